// Says that the session has ended, and how to carry on. The page under it shows nothing: a lost phone is signed out from elsewhere.
import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { errorSentence } from "../api.js";
import { html } from "../html.js";
import { setThemeColour } from "../parts/accent.js";
import { Icon } from "../parts/icon.js";
import { ProductMark } from "../parts/mark.js";
import { useOpening } from "../parts/opening.js";
import { hasDeletionFailed, requestCode, setCodeRequest, signInFailure } from "../session.js";
import { PRODUCT, signIn as words } from "../words.js";
import { PasskeyButton, usePasskeySignIn } from "./passkey-button.js";
import { ProviderLink } from "./provider.js";
import { WaitingHere } from "./waiting-here.js";

/** @param {{email: string, onOtherEmail: () => void}} props */
export function SignedOut({ email, onOtherEmail }) {
  const [problem, busy] = [useSignal(/** @type {string | null} */ (null)), useSignal(false)];
  const dialog = useRef(/** @type {HTMLDialogElement | null} */ (null));
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
    <dialog ref=${dialog} class="sheet" aria-labelledby="sheet-title" onCancel=${(/** @type {Event} */ event) => event.preventDefault()} onClose=${show}>
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
