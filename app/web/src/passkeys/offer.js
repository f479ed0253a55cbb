// After a sign-in with a code, offers once to sign in with this device's fingerprint, face or screen lock from now on.
import { signal } from "@preact/signals";
import { isOfferAnswered, saveOfferAnswered } from "../store/saved-session.js";
import { canVerify } from "./ceremony.js";

/** True while the offer is on the screen. */
export const isOffered = signal(false);

/** Offer a passkey, unless this device cannot have one or the person has answered the offer on this device. */
export async function offerPasskey() {
  isOffered.value = (await canVerify()) && !(await isOfferAnswered());
}

/** Withdraw the offer, and do not make it again on this device: the person has a passkey or does not want one. */
export function withdrawOffer() {
  isOffered.value = false;
  saveOfferAnswered();
}
