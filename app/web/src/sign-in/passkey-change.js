// Changes of the person's passkeys. If the last sign-in is too long ago, the person signs in again with a code first. That
// happens in place, because a sign-out would delete what they have not sent.
import { useSignal } from "@preact/signals";
import { errorSentence } from "../api.js";
import { html } from "../html.js";
import { person, requestCode } from "../session.js";
import { CodeForm, NewCodeButton } from "./code-form.js";
import { signIn as words } from "../words.js";

/** @typedef {() => Promise<import("./passkey-ceremony.js").Failure | null>} Change adds or removes a passkey; returns null or why it failed */

/**
 * Return a function that makes a change, its state, and the form for a code while it needs one.
 *
 * @param {(news: string) => unknown} onChanged
 */
export function usePasskeyChange(onChanged) {
  const [problem, busy] = [useSignal(/** @type {string | null} */ (null)), useSignal(false)];
  const request = useSignal(/** @type {CodeRequest | null} */ (null));
  /** The change that waits for a code. */
  const waiting = useSignal(() => {});
  const requestSignIn = async () => {
    const { email } = /** @type {Person} */ (person.value);
    const answer = await requestCode(email);
    if (answer.status === 204) request.value = { email, at: Date.now() };
    else problem.value = errorSentence(answer);
  };
  /**
   * @param {Change} change
   * @param {string} news
   */
  const make = async (change, news) => {
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
  /** @param {CodeRequest} newRequest */
  const onRequest = async (newRequest) => {
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
