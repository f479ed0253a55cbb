// The second step: the six digits that came by mail. They are sent as soon as all are there.
import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { why } from "../api.js";
import { html } from "../html.js";
import { announce } from "../parts/announce.js";
import { requestCode, signIn } from "../session.js";

const LENGTH = 6;
const PATIENCE_S = 30;
const TRIES = 5; // the portal takes no more for one code, not even the right one
const USED_UP = `A code can be tried ${TRIES} times. Please send another one.`;

export function CodeStep({ asked, onAsked, onOther }) {
  const [problem, busy, field] = [useSignal(null), useSignal(false), useRef(null)];
  const tries = useRef(0);
  const left = useCountdown(asked.at);
  useLayoutEffect(() => field.current.focus(), []);
  const fail = (sentence) => {
    problem.value = sentence;
    field.current.focus();
    field.current.select();
  };
  const enter = async () => {
    const code = digits(field.current.value);
    if (code.length !== LENGTH) return fail(`The code has ${LENGTH} digits.`);
    problem.value = null;
    busy.value = true;
    const answer = await signIn(asked.email, code);
    busy.value = false;
    if (answer.status === 201) return undefined;
    if (answer.status === 401) tries.current += 1;
    return fail(tries.current < TRIES ? why(answer) : USED_UP);
  };
  const type = () => {
    const code = digits(field.current.value);
    if (code !== field.current.value) field.current.value = code;
    problem.value = null;
    if (code.length === LENGTH && !busy.value) enter();
  };
  const again = async () => {
    const answer = await requestCode(asked.email);
    if (answer.status !== 204) return fail(why(answer));
    announce("Another code is on its way.");
    tries.current = 0;
    field.current.value = "";
    field.current.focus();
    return onAsked({ ...asked, at: Date.now() });
  };
  return html`
    <form onSubmit=${(event) => (event.preventDefault(), enter())} noValidate>
      <p id="code-sent">If an agency knows <b>${asked.email}</b>, a code is on its way there. It is good for ten minutes.</p>
      <label for="code">Code of ${LENGTH} digits</label>
      <input
        id="code" ref=${field} class="form-control code" name="code" inputmode="numeric" autocomplete="one-time-code"
        pattern="[0-9]*" required aria-describedby="code-sent code-problem" aria-invalid=${problem.value ? "true" : null} onInput=${type}
      />
      <p id="code-problem" class="problem" role="alert">${problem.value}</p>
      <button class="btn btn-primary wide" disabled=${busy.value}>${busy.value ? "Signing in …" : "Sign in"}</button>
    </form>
    <p class="hint">Nothing there? Mail can take a minute; please look among junk mail, too.</p>
    <div class="doing">
      <button class="btn btn-secondary" type="button" disabled=${left > 0} onClick=${again}>
        Send another code${left > 0 ? ` (in ${left} s)` : ""}
      </button>
      <button class="btn btn-link" type="button" onClick=${onOther}>Use another address</button>
    </div>
  `;
}

/** What is typed, pasted or filled in: "123 456" is 123456. */
const digits = (text) => text.replace(/\D/g, "").slice(0, LENGTH);

/** Seconds until another code may be asked for. */
function useCountdown(at) {
  const left = () => Math.max(0, Math.ceil(PATIENCE_S - (Date.now() - at) / 1000));
  const seconds = useSignal(left());
  useEffect(() => {
    seconds.value = left();
    const timer = setInterval(() => {
      seconds.value = left();
      if (!seconds.value) clearInterval(timer);
    }, 1000);
    return () => clearInterval(timer);
  }, [at]);
  return seconds.value;
}
