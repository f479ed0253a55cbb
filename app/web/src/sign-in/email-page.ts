// The first step of signing in: the e-mail address that the agency knows.
import { useRef } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { errorSentence } from "../api.ts";
import { html } from "../html.ts";
import { Icon } from "../parts/icon.ts";
import { LIMITS } from "../portal-limits.ts";
import { fieldFaults } from "../problem.ts";
import { hasDeletionFailed, requestCode, setCodeRequest, signInFailure } from "../session.ts";
import { signIn as words } from "../words.ts";
import { SignInFrame } from "./frame.ts";
import { PasskeyButton, usePasskeySignIn } from "./passkey-button.ts";
import { ProviderLink } from "./provider.ts";

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
    <footer class="bar is-column" aria-label=${words.actionsLabel}>
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
