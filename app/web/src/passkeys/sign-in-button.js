// Signs in with a passkey of this device. If that fails, the form for a code is still there.
import { useSignal } from "@preact/signals";
import { errorSentence } from "../api.js";
import { html } from "../html.js";
import { Icon } from "../parts/icon.js";
import { signInWithPasskey } from "../session.js";
import { hasPasskeys, provePasskey } from "./ceremony.js";
import { withdrawOffer } from "./offer.js";

const CODE_WAY = "You can also ask for a code.";

export function PasskeyButton() {
  const [problem, busy] = [useSignal(/** @type {string | null} */ (null)), useSignal(false)];
  if (!hasPasskeys) return null;
  const signIn = async () => {
    problem.value = null;
    busy.value = true;
    const proof = await provePasskey();
    if ("problem" in proof) {
      problem.value = `${proof.problem} ${CODE_WAY}`;
    } else {
      const answer = await signInWithPasskey(proof.credential);
      if (answer.status === 201) withdrawOffer();
      else problem.value = errorSentence(answer);
    }
    busy.value = false;
  };
  return html`
    <section aria-label="Passkey">
      <button class="btn btn-secondary wide" type="button" disabled=${busy.value} onClick=${signIn}>
        <${Icon} name="access" />Sign in with a passkey
      </button>
      <p class="problem" role="alert">${problem.value}</p>
    </section>
  `;
}
