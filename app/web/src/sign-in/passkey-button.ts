// Signs in with a passkey of this device. If that fails, the way with a code is still there.
import { useSignal } from "@preact/signals";
import { errorSentence } from "../api.ts";
import { html } from "../html.ts";
import { Icon } from "../parts/icon.ts";
import { hasPasskeys, provePasskey } from "./passkey-ceremony.ts";
import { signInWithPasskey } from "../session.ts";
import { signIn as words } from "../words.ts";
import { endWelcome } from "./welcome.ts";

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
