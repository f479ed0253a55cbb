// The service worker's part: browsers that can let it send what waits when the network is back and no tab is open.
import { ask } from "../api.js";
import { admit } from "../store/database.js";
import { boxes, empty } from "./sender.js";
import { nextMoment } from "./states.js";

export const TAG = "outbox";

let isDenied = false;

/** Whether this browser sends what waits when there is a network, though the portal is closed. */
const sendsAlone = () => "SyncManager" in globalThis && "serviceWorker" in navigator && !isDenied;

/** When what waits on this phone is sent, in a sentence. */
export const goesOut = () =>
  sendsAlone()
    ? "It is sent by itself once there is a connection."
    : "It goes out when you next open the portal with a connection.";

/** Let this service worker answer the browser's call for it. */
export function listen(worker) {
  worker.addEventListener("sync", (event) => {
    if (event.tag === TAG) event.waitUntil(sendAll());
  });
}

/** Ask the browser to call when there is a network, where it can. */
export async function askForSync() {
  const registration = await navigator.serviceWorker?.getRegistration();
  await registration?.sync?.register(TAG).catch(() => {
    isDenied = true; // open tabs send, as they do without it
  });
}

async function sendAll() {
  const { status, body } = await ask("session");
  if (status === 401) return; // they wait for their owner, who opens the app to sign in
  for (const box of status === 200 ? await boxes(body.email) : []) {
    admit(box.name); // they signed out and in again while this worker lived
    await empty(box);
  }
  // Failing is how the browser learns that it should call again.
  if (status !== 200 || (await waits(body.email))) throw new Error("not all of it has gone out");
}

async function waits(email) {
  const all = await Promise.all((await boxes(email)).map((box) => box.all()));
  return all.some((items) => nextMoment(items) !== null);
}
