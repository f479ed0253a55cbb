// Signing in: the e-mail address, then the code that was sent to it; the end of a session, and a first start without a network. The
// address of the page stays the same, so the person gets to the screen that they asked for.
import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { callApi, errorSentence } from "../api.ts";
import { timeOfDay } from "../format.ts";
import { html } from "../html.ts";
import { outbox } from "../outbox/instance.ts";
import { setThemeColour } from "../parts/accent.ts";
import { Icon } from "../parts/icon.ts";
import { ProductMark } from "../parts/mark.ts";
import { LonePage } from "../parts/not-found.ts";
import { useOpening } from "../parts/opening.ts";
import { LIMITS } from "../portal-limits.ts";
import { fieldFaults } from "../problem.ts";
import { codeRequest, expiredEmail, hasDeletionFailed, requestCode, setCodeRequest, signInFailure } from "../session.ts";
import { listOwners } from "../store/database.ts";
import { common, PRODUCT, signIn as words } from "../words.ts";
import { CodeForm, NewCodeButton } from "./code-form.ts";
import { SignInFrame } from "./frame.ts";
import { PasskeyButton, usePasskeySignIn } from "./passkeys.ts";
import { ProviderLink } from "./provider.ts";
import { prepareWelcome } from "./welcome.ts";

export function SignInScreen() {
  const [isOffline, setOffline] = useState(!navigator.onLine);
  const [email, setEmail] = useState("");
  if (codeRequest.value) return html`<${CodePage} key="code" request=${codeRequest.value} />`;
  if (expiredEmail.value) return html`<${SignedOut} email=${expiredEmail.value} onOtherEmail=${() => (expiredEmail.value = null)} />`;
  if (isOffline) return html`<${OfflineStart} onForm=${() => setOffline(false)} />`;
  return html`<${EmailPage} key="email" email=${email} onEmail=${setEmail} />`;
}

export function EmailPage({ email, onEmail }: {email: string, onEmail: (email: string) => void}) {
  const [problem, busy] = [useSignal(null as string | null), useSignal(false)];
  const passkey = usePasskeySignIn();
  const input = useRef(null as HTMLInputElement | null);
  const fail = (sentence: string) => {
    problem.value = sentence;
    input.current?.focus();
  };
  const send = async (event: Event) => {
    event.preventDefault();
    const field = input.current as HTMLInputElement;
    const address = field.value.trim();
    problem.value = null;
    if (!field.checkValidity()) return fail(words.incompleteEmail);
    busy.value = true;
    const answer = await requestCode(address);
    if (answer.status === 204) return setCodeRequest({ email: address, at: Date.now() });
    busy.value = false;
    return fail("email" in fieldFaults(answer) ? words.incompleteEmail : errorSentence(answer));
  };
  const bar = html`
    <footer class="bar is-column" aria-label=${common.actions}>
      <button class="btn is-primary" form="sign-in" disabled=${busy.value}><${Icon} name="mail" />${busy.value ? words.sending : words.sendCode}</button>
      <${PasskeyButton} ...${passkey} /><${ProviderLink} />
    </footer>
  `;
  return html`
    <${SignInFrame} title=${words.title} art="van" bar=${bar}>
      ${hasDeletionFailed.value && html`<p class="problem" role="alert">${words.notDeleted}</p>`}
      ${signInFailure.value && html`<p class="problem" role="alert">${signInFailure.value}</p>`}
      <form id="sign-in" class=${problem.value ? "field prose is-wrong" : "field prose"} onSubmit=${send} noValidate>
        <label for="email">${words.email}</label>
        <input
          id="email" ref=${input} class="input" type="email" name="email" required maxlength=${LIMITS.emailCharacters} inputmode="email"
          autocomplete="username webauthn" autocapitalize="none" spellcheck=${false} enterkeyhint="send" defaultValue=${email}
          aria-describedby="email-problem" aria-invalid=${problem.value ? "true" : null} onInput=${({ target }: FieldEvent) => onEmail(target.value)}
        />
        <p id="email-problem" class="problem" role="alert">${problem.value}</p>
      </form>
      <p class="hint">${words.noPassword}</p>
      ${passkey.problem.value && html`<p class="problem" role="alert">${passkey.problem.value}</p>`}
    <//>
  `;
}

export function CodePage({ request }: {request: CodeRequest}) {
  useEffect(() => {
    prepareWelcome();
  }, []);
  const bar = html`
    <footer class="bar is-column" aria-label=${common.actions}>
      <button class="btn is-primary" form="code-form">${words.title}</button>
      <${NewCodeButton} request=${request} onRequest=${setCodeRequest} />
      <button class="btn is-quiet" type="button" onClick=${() => setCodeRequest(null)}>${words.otherEmail}</button>
    </footer>
  `;
  return html`
    <${SignInFrame} title=${words.enterCode} art="envelope" keepsFocus bar=${bar}>
      ${hasDeletionFailed.value && html`<p class="problem" role="alert">${words.notDeleted}</p>`}
      <${CodeForm} request=${request} />
      <${WaitingHere} email=${request.email} />
    <//>
  `;
}

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
      <footer class="bar is-column" aria-label=${common.actions}>
        ${(problem.value ?? passkey.problem.value) && html`<p class="problem" role="alert">${problem.value ?? passkey.problem.value}</p>`}
        <button class="btn is-primary" type="button" disabled=${busy.value} onClick=${send}><${Icon} name="mail" />${words.again}</button>
        <${PasskeyButton} ...${passkey} /><${ProviderLink} />
        <button class="btn is-quiet" type="button" onClick=${onOtherEmail}>${words.otherEmail}</button>
      </footer>
    </dialog>
  `;
}

const TRY_MS = 30_000;

/** `onForm`: there is a network, or this phone keeps something for somebody who signs in. */
export function OfflineStart({ onForm }: {onForm: () => void}) {
  const triedAt = useSignal(Date.now());
  const tryAgain = async () => {
    const { offline } = await callApi("session/methods");
    triedAt.value = Date.now();
    if (!offline) onForm();
  };
  useEffect(() => {
    listOwners().then(({ length }) => length && onForm(), () => {});
    const timer = setInterval(tryAgain, TRY_MS);
    addEventListener("online", tryAgain);
    return () => {
      clearInterval(timer);
      removeEventListener("online", tryAgain);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- it begins once
  }, []);
  return html`
    <${LonePage} art="cellar" title=${words.noSignal} text=${words.noSignalMore} hint=${words.triedAt(timeOfDay(triedAt.value))}>
      <button class="btn is-primary" type="button" onClick=${tryAgain}><${Icon} name="again" />${words.tryAgain}</button>
    <//>
  `;
}

/**
 * `isEnded`: the session of this person has ended, so it is worth saying that nothing is lost even if nothing waits.
 */
export function WaitingHere({ email, isEnded = false }: {email: string, isEnded?: boolean}) {
  const number = useSignal(0);
  useEffect(() => {
    outbox.listOnlyOnPhone(email).then(
      ({ length }) => (number.value = length),
      () => {}, // a private window keeps nothing
    );
  }, [email, number]);
  if (!isEnded && !number.value) return null;
  return html`
    <p class="banner is-card prose" role="status">
      <${Icon} name="kept" />
      <span>${isEnded && html`<b>${words.nothingLost}</b>${" "}`}${number.value > 0 && words.waitHere(number.value)}</span>
    </p>
  `;
}
