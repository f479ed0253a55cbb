// Passkeys of this device, by the browser's WebAuthn. The API and this app exchange their JSON form, with bytes as base64url.
import { callApi, errorSentence } from "../api.js";

/** True if this browser has passkeys for this address. An IP address has none: http://localhost has, http://127.0.0.1 has not. */
export const hasPasskeys = "PublicKeyCredential" in window && !/^[\d.]+$|^\[/.test(location.hostname);

const NOT_CONFIRMED = "That was not confirmed on this device, or it took too long. Please try again.";
const EXISTS = "This device has a passkey for the portal already.";
const IMPOSSIBLE = "This browser cannot use a passkey here.";

/** Return whether this device itself can check a fingerprint, a face or a screen lock. */
export const canVerify = async () =>
  hasPasskeys && (await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().catch(() => false));

/** Add a passkey of this device. Return null, or a sentence if it failed. */
export async function addPasskey() {
  const begun = await callApi("session/passkeys/registration/options", { method: "POST" });
  if (begun.status !== 200) return errorSentence(begun);
  const { challenge, user, excludeCredentials, ...options } = begun.body;
  const answer = await ask(() =>
    navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: bytesOf(challenge),
        user: { ...user, id: bytesOf(user.id) },
        excludeCredentials: excludeCredentials.map((/** @type {{id: string}} */ each) => ({ ...each, id: bytesOf(each.id) })),
      },
    }),
  );
  if ("problem" in answer) return answer.problem;
  const body = jsonOf(answer.credential, ["clientDataJSON", "attestationObject"]);
  const added = await callApi("session/passkeys", { method: "POST", body });
  return added.status === 201 ? null : errorSentence(added);
}

/**
 * Ask this device to prove a passkey. Return the body of the request that signs in, or a sentence if it failed.
 *
 * @returns {Promise<{body: object} | {problem: string}>}
 */
export async function provePasskey() {
  const begun = await callApi("session/passkey/options", { method: "POST" });
  if (begun.status !== 200) return { problem: errorSentence(begun) };
  const publicKey = { ...begun.body, challenge: bytesOf(begun.body.challenge) };
  const answer = await ask(() => navigator.credentials.get({ publicKey }));
  if ("problem" in answer) return answer;
  return { body: jsonOf(answer.credential, ["clientDataJSON", "authenticatorData", "signature", "userHandle"]) };
}

/**
 * @param {() => Promise<Credential | null>} ceremony
 * @returns {Promise<{credential: PublicKeyCredential} | {problem: string}>}
 */
async function ask(ceremony) {
  try {
    return { credential: /** @type {PublicKeyCredential} */ (await ceremony()) };
  } catch (error) {
    const { name } = /** @type {DOMException} */ (error);
    if (name === "InvalidStateError") return { problem: EXISTS };
    return { problem: name === "NotAllowedError" ? NOT_CONFIRMED : IMPOSSIBLE };
  }
}

/**
 * Return the JSON form of a credential. `toJSON` is missing from browsers of 2024.
 *
 * @param {PublicKeyCredential} credential
 * @param {string[]} members of its response
 */
function jsonOf({ id, rawId, type, response }, members) {
  const buffers = /** @type {Record<string, ArrayBuffer>} */ (/** @type {unknown} */ (response));
  return {
    id,
    rawId: textOf(rawId),
    type,
    response: Object.fromEntries(members.map((name) => [name, textOf(buffers[name])])),
  };
}

/** @param {string} text */
const bytesOf = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));

/** @param {ArrayBuffer} buffer */
const textOf = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
