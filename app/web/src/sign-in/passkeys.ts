// Passkeys of this device, by the browser's WebAuthn: signing in with one, adding one, and proving in place that it is still the
// person. The API and the browser exchange the JSON form of passkeys.
import { useSignal } from "@preact/signals";
import { callApi } from "../api.ts";
import { html } from "../html.ts";
import { checked, fail, useAttempt } from "../parts/attempt.ts";
import { Button } from "../parts/button.ts";
import { person, signInWithPasskey } from "../session.ts";
import { passkeys as passkeyWords, signIn as words } from "../words.ts";
import { askForCode, CodeForm, NewCodeButton } from "./code-form.ts";
import { endWelcome } from "./welcome.ts";

/**
 * True if this browser has passkeys for this address, and converts their JSON: Chrome 129, Firefox 119, Safari 18.4. An
 * IP address has none: http://localhost has, http://127.0.0.1 has not.
 */
export const hasPasskeys =
  Boolean(window.PublicKeyCredential?.parseRequestOptionsFromJSON) && !/^[\d.]+$|^\[/.test(location.hostname);

export const canVerify = async () =>
  hasPasskeys && (await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().catch(() => false));

export async function addPasskey() {
  const credential = await ask("session/passkeys/registration/options", async (options) =>
    navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
  );
  checked(await callApi("session/passkeys", { method: "POST", body: credential }), 201);
}

/** Ask this device to prove a passkey. Return the credential, which is the body of the request that signs in. */
const provePasskey = () =>
  ask("session/passkey/options", async (options) =>
    navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
  );

async function ask(path: string, ceremony: (options: Json) => Promise<Credential | null>) {
  const { body } = checked(await callApi(path, { method: "POST" }), 200);
  return ceremony(body).catch(({ name }: DOMException) => {
    if (name === "InvalidStateError") return fail(passkeyWords.exists);
    return fail(name === "NotAllowedError" ? passkeyWords.notConfirmed : passkeyWords.impossible);
  }) as Promise<Credential>;
}

export function usePasskeySignIn() {
  const { attempt, problem, busy } = useAttempt();
  const signIn = () =>
    attempt(async () => {
      const proof = await provePasskey().catch(({ sentence }) => fail(words.orCode(sentence)));
      checked(await signInWithPasskey(proof), 201);
      endWelcome();
    });
  return { problem, busy, signIn };
}

export const PasskeyButton = ({ busy, signIn }: ReturnType<typeof usePasskeySignIn>) =>
  hasPasskeys && html`<${Button} icon="passkey" look="is-quiet" disabled=${busy.value} onClick=${signIn}>${words.usePasskey}<//>`;

/** Return a function that makes a change, its state, and the form for a code while it needs one. */
export function usePasskeyChange(onChanged: (news: string) => unknown) {
  const { attempt, problem, busy } = useAttempt();
  const request = useSignal(null as CodeRequest | null);
  const waiting = useSignal(() => {});
  const make = (change: () => Promise<unknown>, news: string) => {
    request.value = null;
    return attempt(async () => {
      try {
        await change();
      } catch (error) {
        if ((error as {type?: string}).type === "sign-in-too-old") {
          waiting.value = () => make(change, news);
          request.value = await askForCode((person.value as Person).email);
        }
        throw error;
      }
      await onChanged(news);
    });
  };
  const codeForm =
    request.value &&
    html`
      <section class="card pad" aria-label=${words.again}>
        <${CodeForm} request=${request.value} onSignedIn=${waiting.value} />
        <${NewCodeButton} request=${request.value} onRequest=${(newRequest: CodeRequest) => (request.value = newRequest)} />
      </section>
    `;
  return { problem, busy, make, codeForm };
}
