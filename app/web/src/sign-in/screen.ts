// Signing in: the e-mail address, then the code that was sent to it; the end of a session, and a first start without a network. The
// address of the page stays the same, so the person gets to the screen that they asked for.
import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { callApi } from "../api.ts";
import { timeOfDay } from "../format.ts";
import { html } from "../html.ts";
import { outbox } from "../outbox/instance.ts";
import { setThemeColour } from "../parts/accent.ts";
import { checked, fail, useAttempt } from "../parts/attempt.ts";
import { Bar, Button } from "../parts/button.ts";
import { Icon } from "../parts/icon.ts";
import { ProductMark } from "../parts/mark.ts";
import { LonePage } from "../parts/not-found.ts";
import { useOpening } from "../parts/opening.ts";
import { LIMITS } from "../portal-limits.ts";
import { fieldFaults } from "../problem.ts";
import { codeRequest, expiredEmail, hasDeletionFailed, requestCode, setCodeRequest, signInFailure } from "../session.ts";
import { listOwners } from "../store/database.ts";
import { PRODUCT, signIn as words } from "../words.ts";
import { askForCode, CodeForm, NewCodeButton } from "./code-form.ts";
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

function EmailPage({ email, onEmail }: {email: string, onEmail: (email: string) => void}) {
  const { attempt, problem, busy } = useAttempt();
  const passkey = usePasskeySignIn();
  const input = useRef(null as HTMLInputElement | null);
  const send = async (event: Event) => {
    event.preventDefault();
    const field = input.current as HTMLInputElement;
    const address = field.value.trim();
    const isSent = await attempt(async () => {
      const answer = field.checkValidity() && (await requestCode(address));
      if (!answer || "email" in fieldFaults(answer)) return fail(words.incompleteEmail);
      checked(answer, 204);
      return setCodeRequest({ email: address, at: Date.now() });
    });
    if (!isSent) field.focus();
  };
  const bar = html`
    <${Bar} look="is-column">
      <${Button} icon="mail" look="is-primary" type="submit" form="sign-in" disabled=${busy.value}>${busy.value ? words.sending : words.sendCode}<//>
      <${PasskeyButton} ...${passkey} /><${ProviderLink} />
    <//>
  `;
  return html`
    <${SignInFrame} title=${words.title} art="van" bar=${bar}>
      <${Failures} hasProvider />
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

/** What went wrong before: the deletion of the data of the person before, and signing in with the identity provider. */
const Failures = ({ hasProvider = false }: {hasProvider?: boolean}) =>
  [hasDeletionFailed.value && words.notDeleted, hasProvider && signInFailure.value].map(
    (sentence) => sentence && html`<p key=${sentence} class="problem" role="alert">${sentence}</p>`,
  );

function CodePage({ request }: {request: CodeRequest}) {
  useEffect(() => {
    prepareWelcome();
  }, []);
  const bar = html`
    <${Bar} look="is-column">
      <${Button} look="is-primary" type="submit" form="code-form">${words.title}<//>
      <${NewCodeButton} request=${request} onRequest=${setCodeRequest} />
      <${Button} look="is-quiet" onClick=${() => setCodeRequest(null)}>${words.otherEmail}<//>
    <//>
  `;
  return html`
    <${SignInFrame} title=${words.enterCode} art="envelope" keepsFocus bar=${bar}>
      <${Failures} />
      <${CodeForm} request=${request} />
      <${WaitingHere} email=${request.email} />
    <//>
  `;
}

function SignedOut({ email, onOtherEmail }: {email: string, onOtherEmail: () => void}) {
  const { attempt, problem, busy } = useAttempt();
  const dialog = useRef(null as HTMLDialogElement | null);
  const passkey = usePasskeySignIn();
  const heading = useOpening(words.signedOut, { keepsFocus: true });
  const show = () => dialog.current?.showModal();
  useLayoutEffect(() => {
    show();
    setThemeColour();
  }, []);
  const send = () => attempt(async () => setCodeRequest(await askForCode(email)));
  const sentence = problem.value ?? passkey.problem.value;
  return html`
    <main id="main" class="page is-low"><${ProductMark} /><h1 class="hidden">${PRODUCT}</h1></main>
    <dialog ref=${dialog} class="sheet" aria-labelledby="sheet-title" onCancel=${(event: Event) => event.preventDefault()} onClose=${show}>
      <header><h2 id="sheet-title" ref=${heading} tabindex="-1">${words.signedOut}</h2></header>
      <div class="body">
        <${Failures} hasProvider />
        <p>${words.carryOn(email)}</p>
        <${WaitingHere} email=${email} isEnded />
      </div>
      <${Bar} look="is-column">
        ${sentence && html`<p class="problem" role="alert">${sentence}</p>`}
        <${Button} icon="mail" look="is-primary" disabled=${busy.value} onClick=${send}>${words.again}<//>
        <${PasskeyButton} ...${passkey} /><${ProviderLink} />
        <${Button} look="is-quiet" onClick=${onOtherEmail}>${words.otherEmail}<//>
      <//>
    </dialog>
  `;
}

const TRY_MS = 30_000;

/** `onForm`: there is a network, or this phone keeps something for somebody who signs in. */
function OfflineStart({ onForm }: {onForm: () => void}) {
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
      <${Button} icon="again" look="is-primary" onClick=${tryAgain}>${words.tryAgain}<//>
    <//>
  `;
}

/** `isEnded`: the session of this person has ended, so it is worth saying that nothing is lost even if nothing waits. */
function WaitingHere({ email, isEnded = false }: {email: string, isEnded?: boolean}) {
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
