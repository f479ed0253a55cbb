// Signs in with a passkey of this device. If that fails, the way with a code is still there.
import { useSignal } from "@preact/signals";
import { errorSentence } from "../api.js";
import { html } from "../html.js";
import { Icon } from "../parts/icon.js";
import { hasPasskeys, provePasskey } from "./passkey-ceremony.js";
import { signInWithPasskey } from "../session.js";
import { signIn as words } from "../words.js";
import { endWelcome } from "./welcome.js";

/** Return a function that signs in with a passkey, and its state. */
export function usePasskeySignIn() {
  const [problem, busy] = [useSignal(/** @type {string | null} */ (null)), useSignal(false)];
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

/** @param {ReturnType<typeof usePasskeySignIn>} props */
export const PasskeyButton = ({ busy, signIn }) =>
  hasPasskeys &&
  html`<button class="btn is-quiet" type="button" disabled=${busy.value} onClick=${signIn}><${Icon} name="passkey" />${words.usePasskey}</button>`;
