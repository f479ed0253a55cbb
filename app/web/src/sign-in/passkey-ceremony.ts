// Passkeys of this device, by the browser's WebAuthn. The API and the browser exchange their JSON form.
import { callApi, errorSentence } from "../api.ts";
import { passkeys as words } from "../words.ts";

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
    if (name === "InvalidStateError") return { problem: words.exists };
    return { problem: name === "NotAllowedError" ? words.notConfirmed : words.impossible };
  }
}
