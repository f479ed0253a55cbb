// A new version of the app. Its service worker takes over at once, and serves complete versions only. An open page keeps the
// version that it has loaded until it is loaded again; everything that the person has written is in the device's database.
import { signal } from "@preact/signals";
import { html } from "../html.ts";
import { outbox } from "../outbox/instance.ts";
import { parts as words } from "../words.ts";

const CHECK_MS = 3600_000;

const isReady = signal(false);
let checkedAt = Date.now();

/**
 * Notice when a new version has taken over. Look for one when the person returns to a page that has been open for long.
 */
export function startUpdates() {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  let hasController = Boolean(serviceWorker.controller);
  serviceWorker.addEventListener("controllerchange", () => {
    isReady.value = hasController; // the first service worker has the version of this page
    hasController = true;
  });
  document.addEventListener("visibilitychange", async () => {
    if (document.hidden || Date.now() - checkedAt < CHECK_MS) return;
    checkedAt = Date.now();
    await (await serviceWorker.getRegistration())?.update().catch(() => {}); // without a network, the next return looks again
  });
}

/** Offers to load the new version, unless that would lose items that only this page has. */
export const UpdateBanner = () =>
  isReady.value &&
  !outbox.isInMemory.value &&
  html`
    <p class="banner is-new" role="status">
      <span><b>${words.newVersion}</b> ${words.itemsStay}</span>
      <button class="btn" type="button" onClick=${() => location.reload()}>${words.update}</button>
    </p>
  `;
