// Reads resources again after the agency has got an item of the outbox, because the item changes them.
import { effect } from "@preact/signals";
import { outbox } from "../outbox/instance.ts";
import { accountName } from "../session.ts";
import { TO_INVOICE } from "./jobs.ts";
import { invalidate } from "./resource.ts";

/** Read the lists and the job of each item again after the item has arrived. */
export function startInvalidation() {
  effect(() => {
    for (const { owner, path, arrivedAt } of lastArrivals(outbox.items.value ?? [])) invalidate(owner, path, arrivedAt);
  });
}

/** Return when the last item arrived that changes each resource. */
function lastArrivals(items: OwnedItem[]) {
  const arrivals: Map<string, {owner: Owner, path: string, arrivedAt: number}> = new Map();
  for (const { state, doneAt, kind, jobId, owner } of items) {
    if (state !== "done") continue;
    const ofJob = jobId ? [`jobs/${jobId}`, "jobs", TO_INVOICE] : [];
    for (const path of [...ofJob, ...(kind === "invoice" ? ["invoices"] : [])]) {
      const key = `${accountName(owner)} ${path}`;
      const arrivedAt = Math.max(arrivals.get(key)?.arrivedAt ?? 0, Number(doneAt));
      arrivals.set(key, { owner, path, arrivedAt });
    }
  }
  return arrivals.values();
}
