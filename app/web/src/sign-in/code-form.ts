// The form for a code from an e-mail. It is sent as soon as it has all its digits. The person may sign in with it, or prove in
// place that they are still who they were.
import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { html } from "../html.ts";
import { announce } from "../parts/announcer.ts";
import { checked, fail, useAttempt } from "../parts/attempt.ts";
import { Button } from "../parts/button.ts";
import { useTick } from "../parts/tick.ts";
import { CODE_DIGITS, CODE_TRIES } from "../portal-limits.ts";
import { requestCode, signIn } from "../session.ts";
import { signIn as words } from "../words.ts";

const REQUEST_INTERVAL_MS = 30_000;

export function CodeForm({ request, onSignedIn }: {request: CodeRequest, onSignedIn?: () => unknown}) {
  const { attempt, problem, busy } = useAttempt();
  const length = useSignal(0);
  const input = useRef(null as HTMLInputElement | null);
  const tries = useRef(0);
  const field = () => input.current as HTMLInputElement;
  useLayoutEffect(() => {
    tries.current = length.value = 0;
    field().value = "";
    field().focus();
  }, [request, length]);
  const signInWithCode = async () => {
    const code = digitsOf(field().value);
    if (code.length !== CODE_DIGITS) fail(words.digits(CODE_DIGITS));
    const answer = await signIn(request.email, code);
    if (answer.status === 401 && answer.problem?.type !== "no-account") tries.current += 1;
    if (answer.status !== 201 && tries.current >= CODE_TRIES) fail(words.usedUp(CODE_TRIES));
    checked(answer, 201);
  };
  const submit = async () => {
    if (busy.value) return;
    if (await attempt(signInWithCode)) onSignedIn?.();
    else {
      field().focus();
      field().select();
    }
  };
  const onInput = () => {
    const code = digitsOf(field().value);
    if (code !== field().value) field().value = code;
    problem.value = null;
    length.value = code.length;
    if (code.length === CODE_DIGITS) submit();
  };
  const onSubmit = (event: Event) => {
    event.preventDefault();
    submit();
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

export async function askForCode(email: string): Promise<CodeRequest> {
  checked(await requestCode(email), 204);
  return { email, at: Date.now() };
}

/** A button that requests another code, half a minute after the last. */
export function NewCodeButton({ request, onRequest }: {request: CodeRequest, onRequest: (request: CodeRequest) => unknown}) {
  const { attempt, problem } = useAttempt();
  const possibleAt = request.at + REQUEST_INTERVAL_MS;
  useTick(possibleAt);
  const secondsLeft = Math.max(0, Math.ceil((possibleAt - Date.now()) / 1_000));
  const requestAnother = () =>
    attempt(async () => {
      onRequest(await askForCode(request.email));
      announce(words.newCodeSent);
    });
  return html`
    ${problem.value && html`<p class="problem" role="alert">${problem.value}</p>`}
    <${Button} look="is-quiet" disabled=${secondsLeft > 0} onClick=${requestAnother}>${words.newCode(secondsLeft)}<//>
  `;
}

/** Return the digits that a person has typed or pasted: 123456 for "123 456". */
const digitsOf = (text: string) => text.replace(/\D/g, "").slice(0, CODE_DIGITS);
