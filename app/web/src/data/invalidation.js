// Reads resources again after the agency has got an item of the outbox, because the item changes them.
import { effect } from "@preact/signals";
import { outbox } from "../outbox/instance.js";
import { owner } from "../session.js";
import { invalidate } from "./resource.js";

/** Read the lists and the job of each item again after the item has arrived. */
export function startInvalidation() {
  effect(() => {
    if (!owner.value) return;
    for (const [path, arrivedAt] of lastArrivals(outbox.items.value ?? [])) invalidate(path, arrivedAt);
  });
}

/**
 * Return when the last item arrived that changes the resource of each path.
 *
 * @param {Item[]} items
 */
function lastArrivals(items) {
  /** @type {Map<string, number>} */
  const arrivals = new Map();
  for (const { state, doneAt, kind, jobId } of items) {
    if (state !== "done") continue;
    const paths = [...(jobId ? [`jobs/${jobId}`, "jobs"] : []), ...(kind === "invoice" ? ["invoices"] : [])];
    for (const path of paths) arrivals.set(path, Math.max(arrivals.get(path) ?? 0, Number(doneAt)));
  }
  return arrivals;
}
