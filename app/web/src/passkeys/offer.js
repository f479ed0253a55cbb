// After a sign-in with a code, offers once to sign in with this device's fingerprint, face or screen lock from now on.
import { signal, useSignal } from "@preact/signals";
import { html } from "../html.js";
import { announce } from "../parts/announcer.js";
import { isOfferAnswered, saveOfferAnswered } from "../store/saved-session.js";
import { addPasskey, canVerify } from "./ceremony.js";

/** True while the offer is on the screen. */
const isOffered = signal(false);

/** Offer a passkey, unless this device cannot have one or the person has answered the offer on this device. */
export async function offerPasskey() {
  isOffered.value = (await canVerify()) && !(await isOfferAnswered());
}

/** Withdraw the offer, and do not make it again on this device: the person has a passkey or does not want one. */
export function withdrawOffer() {
  isOffered.value = false;
  saveOfferAnswered();
}

export const PasskeyOffer = () => (isOffered.value ? html`<${Offer} />` : null);

function Offer() {
  const [problem, busy] = [useSignal(/** @type {string | null} */ (null)), useSignal(false)];
  const accept = async () => {
    problem.value = null;
    busy.value = true;
    problem.value = await addPasskey();
    busy.value = false;
    if (problem.value) return;
    announce("Added. No code is needed here next time.");
    withdrawOffer();
  };
  return html`
    <section class="notice offer" aria-labelledby="offer">
      <h2 id="offer">Sign in faster next time</h2>
      <p class="problem" role="alert">${problem.value}</p>
      <div class="doing">
        <button class="btn btn-primary" type="button" disabled=${busy.value} onClick=${accept}>
          Use my fingerprint, face or screen lock next time
        </button>
        <button class="btn btn-secondary" type="button" disabled=${busy.value} onClick=${withdrawOffer}>Not now</button>
      </div>
    </section>
  `;
}
