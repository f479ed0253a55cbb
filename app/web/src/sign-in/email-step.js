// The first step of signing in: the e-mail address that the agency knows.
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { errorSentence } from "../api.js";
import { html } from "../html.js";
import { LIMITS } from "../portal-limits.js";
import { fieldFaults } from "../problem.js";
import { requestCode } from "../session.js";

const INCOMPLETE = "Please enter a whole e-mail address, such as name@example.com.";

/** @param {{initialEmail: string, onRequest: (request: CodeRequest) => Promise<void>}} props */
export function EmailStep({ initialEmail, onRequest }) {
  const [problem, busy] = [useSignal(/** @type {string | null} */ (null)), useSignal(false)];
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  /** @param {Event} event */
  const send = async (event) => {
    event.preventDefault();
    const field = /** @type {HTMLInputElement} */ (input.current);
    const email = field.value.trim();
    problem.value = field.checkValidity() ? null : INCOMPLETE;
    if (problem.value) {
      field.focus();
      return;
    }
    busy.value = true;
    const answer = await requestCode(email);
    if (answer.status === 204) {
      await onRequest({ email, at: Date.now() });
      return;
    }
    busy.value = false;
    problem.value = "email" in fieldFaults(answer) ? INCOMPLETE : errorSentence(answer);
    field.focus();
  };
  return html`
    <form onSubmit=${send} noValidate>
      <p>We send a code to the e-mail address your letting agency has for you. There is no password.</p>
      <label for="email">E-mail address</label>
      <input
        id="email" ref=${input} class="form-control" type="email" name="email" required maxlength=${LIMITS.emailCharacters} autocomplete="email"
        autocapitalize="none" spellcheck=${false} defaultValue=${initialEmail} aria-describedby="email-problem"
        aria-invalid=${problem.value ? "true" : null}
      />
      <p id="email-problem" class="problem" role="alert">${problem.value}</p>
      <button class="btn btn-primary wide" disabled=${busy.value}>${busy.value ? "Sending …" : "Send me a code"}</button>
    </form>
  `;
}
