// Whether to welcome a person who signs in on this device for the first time.
import { signal } from "@preact/signals";
import { isOfferAnswered, saveOfferAnswered } from "../store/saved-session.ts";

/** True if the person is welcomed once they have signed in. */
export const isWelcomed = signal(false);

/** Welcome the person who signs in next, unless this device has welcomed somebody before. */
export async function prepareWelcome() {
  isWelcomed.value = !(await isOfferAnswered());
}

/** End the welcome, and offer no passkey again on this device: the person has one or does not want one. */
export function endWelcome() {
  isWelcomed.value = false;
  saveOfferAnswered();
}
