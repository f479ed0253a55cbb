// Background Sync: some browsers let the service worker send waiting items when the network is back and no tab is open.
import { callApi } from "../api.ts";
import { readmit } from "../store/database.ts";
import { sendDueItems, storedOutboxes } from "./sender.ts";
import { nextDueAt } from "./states.ts";

const TAG = "outbox";

/** Return whether this browser has Background Sync. */
export const hasBackgroundSync = () => "SyncManager" in globalThis && "serviceWorker" in navigator;

/** Ask the browser for a sync once there is a network. Return false if the browser denies it: then open tabs send. */
export async function requestSync() {
  const registration = await navigator.serviceWorker?.getRegistration();
  const request = registration?.sync?.register(TAG).then(() => true, () => false);
  return (await request) ?? true;
}

/** Send the items of this person when the browser starts a sync. */
export function syncInBackground(worker: ServiceWorkerScope) {
  worker.addEventListener("sync", (event) => {
    if (event.tag === TAG) event.waitUntil(sendAll());
  });
}

async function sendAll() {
  const { status, body } = await callApi("session");
  if (status === 401) return; // the items wait until their owner opens the app and signs in
  for (const storage of status === 200 ? await storedOutboxes(body.email) : []) {
    readmit(storage.name); // the person may have signed out and in again while this worker lived
    await sendDueItems(storage);
  }
  // A failure makes the browser start another sync.
  if (status !== 200 || (await hasWaitingItems(body.email))) throw new Error("some items are not sent yet");
}

async function hasWaitingItems(email: string) {
  const lists = await Promise.all((await storedOutboxes(email)).map((storage) => storage.list()));
  return lists.some((items) => nextDueAt(items) !== null);
}
