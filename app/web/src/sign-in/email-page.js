// The first step of signing in: the e-mail address that the agency knows.
import { useRef } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { errorSentence } from "../api.js";
import { html } from "../html.js";
import { Icon } from "../parts/icon.js";
import { LIMITS } from "../portal-limits.js";
import { fieldFaults } from "../problem.js";
import { hasDeletionFailed, requestCode, setCodeRequest, signInFailure } from "../session.js";
import { signIn as words } from "../words.js";
import { SignInFrame } from "./frame.js";
import { PasskeyButton, usePasskeySignIn } from "./passkey-button.js";
import { ProviderLink } from "./provider.js";

/** @param {{email: string, onEmail: (email: string) => void}} props */
export function EmailPage({ email, onEmail }) {
  const [problem, busy] = [useSignal(/** @type {string | null} */ (null)), useSignal(false)];
  const passkey = usePasskeySignIn();
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  /** @param {string} sentence */
  const fail = (sentence) => {
    problem.value = sentence;
    input.current?.focus();
  };
  /** @param {Event} event */
  const send = async (event) => {
    event.preventDefault();
    const field = /** @type {HTMLInputElement} */ (input.current);
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
          aria-describedby="email-problem" aria-invalid=${problem.value ? "true" : null} onInput=${(/** @type {FieldEvent} */ { target }) => onEmail(target.value)}
        />
        <p id="email-problem" class="problem" role="alert">${problem.value}</p>
      </form>
      <p class="hint">${words.noPassword}</p>
      ${passkey.problem.value && html`<p class="problem" role="alert">${passkey.problem.value}</p>`}
    <//>
  `;
}
