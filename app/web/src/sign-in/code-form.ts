// The form for a code from an e-mail. It is sent as soon as it has all its digits. The person may sign in with it, or prove in
// place that they are still who they were.
import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { errorSentence } from "../api.ts";
import { html } from "../html.ts";
import { announce } from "../parts/announcer.ts";
import { CODE_DIGITS, CODE_TRIES } from "../portal-limits.ts";
import { requestCode, signIn } from "../session.ts";
import { signIn as words } from "../words.ts";

const REQUEST_INTERVAL_S = 30;

export function CodeForm({ request, onSignedIn }: {request: CodeRequest, onSignedIn?: () => unknown}) {
  const [problem, length] = [useSignal(null as string | null), useSignal(0)];
  const input = useRef(null as HTMLInputElement | null);
  const isBusy = useRef(false);
  const tries = useRef(0);
  const field = () => input.current as HTMLInputElement;
  useLayoutEffect(() => {
    tries.current = length.value = 0;
    field().value = "";
    field().focus();
  }, [request, length]);
  const fail = (sentence: string) => {
    problem.value = sentence;
    field().focus();
    field().select();
  };
  const submit = async () => {
    const code = digitsOf(field().value);
    if (code.length !== CODE_DIGITS) return fail(words.digits(CODE_DIGITS));
    problem.value = null;
    isBusy.current = true;
    const answer = await signIn(request.email, code);
    isBusy.current = false;
    if (answer.status === 201) return onSignedIn?.();
    if (answer.status === 401 && answer.problem?.type !== "no-account") tries.current += 1;
    return fail(tries.current < CODE_TRIES ? errorSentence(answer) : words.usedUp(CODE_TRIES));
  };
  const onInput = () => {
    const code = digitsOf(field().value);
    if (code !== field().value) field().value = code;
    problem.value = null;
    length.value = code.length;
    if (code.length === CODE_DIGITS && !isBusy.current) submit();
  };
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (!isBusy.current) submit();
  };
  return html`
    <p id="code-sent" class="second prose">${words.codeSent(request.email)}</p>
    <form id="code-form" class=${problem.value ? "field prose is-wrong" : "field prose"} onSubmit=${onSubmit} noValidate>
      <label class="hidden" for="code">${words.code(CODE_DIGITS)}</label>
      <div class="code">
        ${Array.from({ length: CODE_DIGITS }, (_, index) => html`<i key=${index} class=${index === length.value ? "is-next" : null} />`)}
        <input
          id="code" ref=${input} name="code" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9]*" required
          aria-describedby="code-sent code-problem" aria-invalid=${problem.value ? "true" : null} onInput=${onInput}
        />
      </div>
      <p id="code-problem" class="problem" role="alert">${problem.value}</p>
    </form>
  `;
}

/** A button that requests another code, half a minute after the last. */
export function NewCodeButton({ request, onRequest }: {request: CodeRequest, onRequest: (request: CodeRequest) => unknown}) {
  const problem = useSignal(null as string | null);
  const secondsLeft = useCountdown(request.at);
  const requestAnother = async () => {
    const answer = await requestCode(request.email);
    problem.value = answer.status === 204 ? null : errorSentence(answer);
    if (problem.value) return;
    announce(words.newCodeSent);
    onRequest({ ...request, at: Date.now() });
  };
  return html`
    ${problem.value && html`<p class="problem" role="alert">${problem.value}</p>`}
    <button class="btn is-quiet" type="button" disabled=${secondsLeft > 0} onClick=${requestAnother}>${words.newCode(secondsLeft)}</button>
  `;
}

/** Return the digits that a person has typed or pasted: 123456 for "123 456". */
const digitsOf = (text: string) => text.replace(/\D/g, "").slice(0, CODE_DIGITS);

/** Return the seconds until the person can request another code. */
function useCountdown(requestedAt: number) {
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

const secondsLeftSince = (requestedAt: number) => Math.max(0, Math.ceil(REQUEST_INTERVAL_S - (Date.now() - requestedAt) / 1000));
