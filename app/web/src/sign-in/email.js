// The first step: which address the agency knows.
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { why } from "../api.js";
import { html } from "../html.js";
import { requestCode } from "../session.js";

const INCOMPLETE = "Please enter a whole e-mail address, such as name@example.com.";

export function EmailStep({ first, onAsked }) {
  const [problem, busy, field] = [useSignal(null), useSignal(false), useRef(null)];
  const send = async (event) => {
    event.preventDefault();
    const email = field.current.value.trim();
    problem.value = field.current.checkValidity() ? null : INCOMPLETE;
    if (problem.value) {
      field.current.focus();
      return;
    }
    busy.value = true;
    const answer = await requestCode(email);
    if (answer.status === 204) {
      await onAsked({ email, at: Date.now() });
      return;
    }
    busy.value = false;
    problem.value = answer.status === 400 ? INCOMPLETE : why(answer);
    field.current.focus();
  };
  return html`
    <form onSubmit=${send} noValidate>
      <p>We send a code to the e-mail address your letting agency has for you. There is no password.</p>
      <label for="email">E-mail address</label>
      <input
        id="email" ref=${field} class="form-control" type="email" name="email" required maxlength="254" autocomplete="email"
        autocapitalize="none" spellcheck=${false} defaultValue=${first} aria-describedby="email-problem"
        aria-invalid=${problem.value ? "true" : null}
      />
      <p id="email-problem" class="problem" role="alert">${problem.value}</p>
      <button class="btn btn-primary wide" disabled=${busy.value}>${busy.value ? "Sending …" : "Send me a code"}</button>
    </form>
  `;
}
