// Passkeys of this device, by the browser's WebAuthn: signing in with one, adding one, and proving in place that it is still the
// person. The API and the browser exchange the JSON form of passkeys.
import { useSignal } from "@preact/signals";
import { callApi, errorSentence } from "../api.ts";
import { html } from "../html.ts";
import { Icon } from "../parts/icon.ts";
import { person, requestCode, signInWithPasskey } from "../session.ts";
import { passkeys as passkeyWords, signIn as words } from "../words.ts";
import { CodeForm, NewCodeButton } from "./code-form.ts";
import { endWelcome } from "./welcome.ts";

/**
 * True if this browser has passkeys for this address, and converts their JSON: Chrome 129, Firefox 119, Safari 18.4. An
 * IP address has none: http://localhost has, http://127.0.0.1 has not.
 */
export const hasPasskeys =
  Boolean(window.PublicKeyCredential?.parseRequestOptionsFromJSON) && !/^[\d.]+$|^\[/.test(location.hostname);

/** `problem`: a sentence. `type`: the type of the API's problem, if it was the API. */
export type Failure = {problem: string, type?: string | null};

export const failureOf = (answer: Answer): Failure => ({ problem: errorSentence(answer), type: answer.problem?.type });

/** Return whether this device itself can check a fingerprint, a face or a screen lock. */
export const canVerify = async () =>
  hasPasskeys && (await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().catch(() => false));

/** Add a passkey of this device. Return null, or why it failed. */
export async function addPasskey() {
  const answer = await ask("session/passkeys/registration/options", (options) =>
    navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
  );
  if ("problem" in answer) return answer;
  const added = await callApi("session/passkeys", { method: "POST", body: answer.credential });
  return added.status === 201 ? null : failureOf(added);
}

/**
 * Ask this device to prove a passkey. Return the credential, which is the body of the request that signs in, or why it
 * failed.
 */
export const provePasskey = () =>
  ask("session/passkey/options", (options) =>
    navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
  );

/** Get the options from the API, and let the browser ask the person. */
async function ask(path: string, ceremony: (options: Json) => Promise<Credential | null>): Promise<{credential: Credential} | Failure> {
  const begun = await callApi(path, { method: "POST" });
  if (begun.status !== 200) return failureOf(begun);
  try {
    return { credential: await ceremony(begun.body) as Credential };
  } catch (error) {
    const { name } = error as DOMException;
    if (name === "InvalidStateError") return { problem: passkeyWords.exists };
    return { problem: name === "NotAllowedError" ? passkeyWords.notConfirmed : passkeyWords.impossible };
  }
}

/** Return a function that signs in with a passkey, and its state. */
export function usePasskeySignIn() {
  const [problem, busy] = [useSignal(null as string | null), useSignal(false)];
  const signIn = async () => {
    problem.value = null;
    busy.value = true;
    const proof = await provePasskey();
    if ("problem" in proof) problem.value = words.orCode(proof.problem);
    else {
      const answer = await signInWithPasskey(proof.credential);
      if (answer.status === 201) endWelcome();
      else problem.value = errorSentence(answer);
    }
    busy.value = false;
  };
  return { problem, busy, signIn };
}

export const PasskeyButton = ({ busy, signIn }: ReturnType<typeof usePasskeySignIn>) =>
  hasPasskeys &&
  html`<button class="btn is-quiet" type="button" disabled=${busy.value} onClick=${signIn}><${Icon} name="passkey" />${words.usePasskey}</button>`;

/** adds or removes a passkey; returns null or why it failed */
export type Change = () => Promise<Failure | null>;

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
