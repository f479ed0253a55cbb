// The second step of signing in: the code from the e-mail. It is sent as soon as it has all its digits.
import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { errorSentence } from "../api.js";
import { html } from "../html.js";
import { announce } from "../parts/announcer.js";
import { CODE_DIGITS, CODE_TRIES } from "../portal-limits.js";
import { requestCode, signIn } from "../session.js";

const REQUEST_INTERVAL_S = 30;
const USED_UP = `A code can be tried ${CODE_TRIES} times. Please send another one.`;

/**
 * @param {{
 *   request: CodeRequest, onRequest: (request: CodeRequest) => Promise<void>, onSignedIn: () => unknown, onOtherEmail?: () => void,
 * }} props
 */
export function CodeStep({ request, onRequest, onSignedIn, onOtherEmail }) {
  const [problem, busy] = [useSignal(/** @type {string | null} */ (null)), useSignal(false)];
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  const field = () => /** @type {HTMLInputElement} */ (input.current);
  const tries = useRef(0);
  const secondsLeft = useCountdown(request.at);
  useLayoutEffect(() => input.current?.focus(), []);
  /** @param {string} sentence */
  const fail = (sentence) => {
    problem.value = sentence;
    field().focus();
    field().select();
  };
  const submit = async () => {
    const code = digitsOf(field().value);
    if (code.length !== CODE_DIGITS) return fail(`The code has ${CODE_DIGITS} digits.`);
    problem.value = null;
    busy.value = true;
    const answer = await signIn(request.email, code);
    busy.value = false;
    if (answer.status === 201) return onSignedIn();
    if (answer.status === 401 && answer.problem?.type !== "no-account") tries.current += 1;
    return fail(tries.current < CODE_TRIES ? errorSentence(answer) : USED_UP);
  };
  const onInput = () => {
    const code = digitsOf(field().value);
    if (code !== field().value) field().value = code;
    problem.value = null;
    if (code.length === CODE_DIGITS && !busy.value) submit();
  };
  const requestAnother = async () => {
    const answer = await requestCode(request.email);
    if (answer.status !== 204) return fail(errorSentence(answer));
    announce("Another code is on its way.");
    tries.current = 0;
    field().value = "";
    field().focus();
    return onRequest({ ...request, at: Date.now() });
  };
  /** @param {Event} event */
  const onSubmit = (event) => {
    event.preventDefault();
    submit();
  };
  return html`
    <form onSubmit=${onSubmit} noValidate>
      <p id="code-sent">If an agency knows <b>${request.email}</b>, a code is on its way there. It is good for ten minutes.</p>
      <label for="code">Code of ${CODE_DIGITS} digits</label>
      <input
        id="code" ref=${input} class="form-control code" name="code" inputmode="numeric" autocomplete="one-time-code"
        pattern="[0-9]*" required aria-describedby="code-sent code-problem" aria-invalid=${problem.value ? "true" : null} onInput=${onInput}
      />
      <p id="code-problem" class="problem" role="alert">${problem.value}</p>
      <button class="btn btn-primary wide" disabled=${busy.value}>${busy.value ? "Signing in …" : "Sign in"}</button>
    </form>
    <p class="hint">Nothing there? Mail can take a minute; please look among junk mail, too.</p>
    <div class="doing">
      <button class="btn btn-secondary" type="button" disabled=${secondsLeft > 0} onClick=${requestAnother}>
        Send another code${secondsLeft > 0 ? ` (in ${secondsLeft} s)` : ""}
      </button>
      ${onOtherEmail && html`<button class="btn btn-link" type="button" onClick=${onOtherEmail}>Use another address</button>`}
    </div>
  `;
}

/**
 * Return the digits that a person has typed or pasted: 123456 for "123 456".
 *
 * @param {string} text
 */
const digitsOf = (text) => text.replace(/\D/g, "").slice(0, CODE_DIGITS);

/**
 * Return the seconds until the person can request another code.
 *
 * @param {number} requestedAt
 */
function useCountdown(requestedAt) {
  const seconds = useSignal(secondsLeftSince(requestedAt));
  useEffect(() => {
    seconds.value = secondsLeftSince(requestedAt);
    const timer = setInterval(() => {
      seconds.value = secondsLeftSince(requestedAt);
      if (!seconds.value) clearInterval(timer);
    }, 1000);
    return () => clearInterval(timer);
  }, [seconds, requestedAt]);
  return seconds.value;
}

/** @param {number} requestedAt */
const secondsLeftSince = (requestedAt) => Math.max(0, Math.ceil(REQUEST_INTERVAL_S - (Date.now() - requestedAt) / 1000));
