// Whether the browser may delete what it keeps for the portal: Safari does so after seven days without a visit.
import { signal } from "@preact/signals";

/** False if the browser may delete the data of the portal; null until the app knows. */
export const isKept = signal(null as boolean | null);

/** Ask the browser to keep the data of the portal. Most browsers ask nobody, and answer by how the portal is used. */
export async function askToKeep() {
  isKept.value = (await navigator.storage?.persist?.().catch(() => false)) ?? false;
}

/** Find out whether the browser keeps the data, without asking for it. */
export async function readIsKept() {
  isKept.value = (await navigator.storage?.persisted?.().catch(() => false)) ?? false;
}
