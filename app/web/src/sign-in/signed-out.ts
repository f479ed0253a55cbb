// Says that the session has ended, and how to carry on. The page under it shows nothing: a lost phone is signed out from elsewhere.
import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { errorSentence } from "../api.ts";
import { html } from "../html.ts";
import { setThemeColour } from "../parts/accent.ts";
import { Icon } from "../parts/icon.ts";
import { ProductMark } from "../parts/mark.ts";
import { useOpening } from "../parts/opening.ts";
import { hasDeletionFailed, requestCode, setCodeRequest, signInFailure } from "../session.ts";
import { PRODUCT, signIn as words } from "../words.ts";
import { PasskeyButton, usePasskeySignIn } from "./passkey-button.ts";
import { ProviderLink } from "./provider.ts";
import { WaitingHere } from "./waiting-here.ts";

export function SignedOut({ email, onOtherEmail }: {email: string, onOtherEmail: () => void}) {
  const [problem, busy] = [useSignal(null as string | null), useSignal(false)];
  const dialog = useRef(null as HTMLDialogElement | null);
  const passkey = usePasskeySignIn();
  const heading = useOpening(words.signedOut, { keepsFocus: true });
  const show = () => dialog.current?.showModal();
  useLayoutEffect(() => {
    show();
    setThemeColour();
  }, []);
  const send = async () => {
    problem.value = null;
    busy.value = true;
    const answer = await requestCode(email);
    busy.value = false;
    if (answer.status === 204) await setCodeRequest({ email, at: Date.now() });
    else problem.value = errorSentence(answer);
  };
  return html`
    <main id="main" class="page is-low"><${ProductMark} /><h1 class="hidden">${PRODUCT}</h1></main>
    <dialog ref=${dialog} class="sheet" aria-labelledby="sheet-title" onCancel=${(event: Event) => event.preventDefault()} onClose=${show}>
      <header><h2 id="sheet-title" ref=${heading} tabindex="-1">${words.signedOut}</h2></header>
      <div class="body">
        ${hasDeletionFailed.value && html`<p class="problem" role="alert">${words.notDeleted}</p>`}
        ${signInFailure.value && html`<p class="problem" role="alert">${signInFailure.value}</p>`}
        <p>${words.carryOn(email)}</p>
        <${WaitingHere} email=${email} isEnded />
      </div>
      <footer class="bar is-column" aria-label=${words.actionsLabel}>
        ${(problem.value ?? passkey.problem.value) && html`<p class="problem" role="alert">${problem.value ?? passkey.problem.value}</p>`}
        <button class="btn is-primary" type="button" disabled=${busy.value} onClick=${send}><${Icon} name="mail" />${words.again}</button>
        <${PasskeyButton} ...${passkey} /><${ProviderLink} />
        <button class="btn is-quiet" type="button" onClick=${onOtherEmail}>${words.otherEmail}</button>
      </footer>
    </dialog>
  `;
}
