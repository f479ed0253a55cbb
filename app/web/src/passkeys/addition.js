// Adds a passkey of this device. If the last sign-in is too long ago, the person signs in again with a code first. That happens
// in place, because a sign-out would delete what they have not sent.
import { useSignal } from "@preact/signals";
import { errorSentence } from "../api.js";
import { html } from "../html.js";
import { person, requestCode } from "../session.js";
import { CodeStep } from "../sign-in/code-step.js";
import { addPasskey } from "./ceremony.js";

/**
 * Return a function that adds a passkey, its state, and the form for a code while it needs one.
 *
 * @param {() => unknown} onAdded
 */
export function useAddition(onAdded) {
  const [problem, busy] = [useSignal(/** @type {string | null} */ (null)), useSignal(false)];
  const request = useSignal(/** @type {CodeRequest | null} */ (null));
  const requestSignIn = async () => {
    const { email } = /** @type {Person} */ (person.value);
    const answer = await requestCode(email);
    if (answer.status === 204) request.value = { email, at: Date.now() };
    else problem.value = errorSentence(answer);
  };
  const add = async () => {
    problem.value = request.value = null;
    busy.value = true;
    const failure = await addPasskey();
    problem.value = failure?.problem ?? null;
    if (failure?.type === "sign-in-too-old") await requestSignIn();
    if (!failure) await onAdded();
    busy.value = false;
  };
  /** @param {CodeRequest} newRequest */
  const onRequest = async (newRequest) => {
    request.value = newRequest;
  };
  const codeForm = request.value && html`<${CodeStep} request=${request.value} onRequest=${onRequest} onSignedIn=${add} />`;
  return { problem, busy, add, codeForm };
}
