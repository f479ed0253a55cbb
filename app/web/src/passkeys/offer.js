// After a sign-in with a code, offers once to sign in with this device's fingerprint, face or screen lock from now on.
import { signal, useSignal } from "@preact/signals";
import { html } from "../html.js";
import { isOfferAnswered, saveOfferAnswered } from "../store/saved-session.js";
import { addPasskey, canVerify } from "./ceremony.js";

const ADDED = "Next time, choose “Sign in with a passkey”. No code is needed on this device.";

/** True while the offer is on the screen. */
const isOffered = signal(false);

/** Offer a passkey, unless this device cannot have one or the person has answered the offer on this device. */
export async function offerPasskey() {
  isOffered.value = (await canVerify()) && !(await isOfferAnswered());
}

/** Withdraw the offer: the person has a passkey on this device. */
export const withdrawOffer = () => {
  isOffered.value = false;
};

export const PasskeyOffer = () => (isOffered.value ? html`<${Offer} />` : null);

function Offer() {
  const [problem, busy, isAdded] = [useSignal(/** @type {string | null} */ (null)), useSignal(false), useSignal(false)];
  const accept = async () => {
    problem.value = null;
    busy.value = true;
    problem.value = await addPasskey();
    busy.value = false;
    isAdded.value = !problem.value;
    if (isAdded.value) await saveOfferAnswered();
  };
  const decline = async () => {
    withdrawOffer();
    await saveOfferAnswered();
  };
  return html`
    <section class="notice offer" aria-labelledby="offer">
      <h2 id="offer">Sign in faster next time</h2>
      <p class="problem" role="alert">${problem.value}</p>
      ${isAdded.value
        ? html`<p role="status">${ADDED}</p>
            <button class="btn btn-secondary" type="button" onClick=${withdrawOffer}>OK</button>`
        : html`<div class="doing">
            <button class="btn btn-primary" type="button" disabled=${busy.value} onClick=${accept}>
              ${busy.value ? "Waiting for this device …" : "Use my fingerprint, face or screen lock next time"}
            </button>
            <button class="btn btn-secondary" type="button" disabled=${busy.value} onClick=${decline}>Not now</button>
          </div>`}
    </section>
  `;
}
