// Changes of the person's passkeys. If the last sign-in is too long ago, the person signs in again with a code first. That
// happens in place, because a sign-out would delete what they have not sent.
import { useSignal } from "@preact/signals";
import { errorSentence } from "../api.ts";
import { html } from "../html.ts";
import { person, requestCode } from "../session.ts";
import { CodeForm, NewCodeButton } from "./code-form.ts";
import { signIn as words } from "../words.ts";

/** adds or removes a passkey; returns null or why it failed */
export type Change = () => Promise<import("./passkey-ceremony.ts").Failure | null>;

/** Return a function that makes a change, its state, and the form for a code while it needs one. */
export function usePasskeyChange(onChanged: (news: string) => unknown) {
  const [problem, busy] = [useSignal(null as string | null), useSignal(false)];
  const request = useSignal(null as CodeRequest | null);
  /** The change that waits for a code. */
  const waiting = useSignal(() => {});
  const requestSignIn = async () => {
    const { email } = person.value as Person;
    const answer = await requestCode(email);
    if (answer.status === 204) request.value = { email, at: Date.now() };
    else problem.value = errorSentence(answer);
  };
  const make = async (change: Change, news: string) => {
    problem.value = request.value = null;
    busy.value = true;
    const failure = await change();
    problem.value = failure?.problem ?? null;
    if (failure?.type === "sign-in-too-old") {
      waiting.value = () => make(change, news);
      await requestSignIn();
    }
    if (!failure) await onChanged(news);
    busy.value = false;
  };
  const onRequest = async (newRequest: CodeRequest) => {
    request.value = newRequest;
  };
  const codeForm =
    request.value &&
    html`
      <section class="card pad" aria-label=${words.proveItIsYou}>
        <${CodeForm} request=${request.value} onSignedIn=${waiting.value} />
        <${NewCodeButton} request=${request.value} onRequest=${onRequest} />
      </section>
    `;
  return { problem, busy, make, codeForm };
}
