// What this phone sends changes what the portal answers: whatever shows that is read again once it has arrived.
import { effect } from "@preact/signals";
import { items } from "./outbox/index.js";
import { outdate } from "./reading.js";
import { owner } from "./session.js";

/** Have the lists, and the job it is for, read again after each arrival. */
export function install() {
  effect(() => {
    if (!owner.value) return;
    for (const [path, arrivedAt] of newest(items.value ?? [])) outdate(path, arrivedAt);
  });
}

/** By path, when the last of what is shown there arrived. */
function newest(items) {
  const arrivals = new Map();
  for (const { state, doneAt, kind, jobId } of items) {
    if (state !== "done") continue;
    const paths = [...(jobId ? [`jobs/${jobId}`, "jobs"] : []), ...(kind === "invoice" ? ["invoices"] : [])];
    for (const path of paths) arrivals.set(path, Math.max(arrivals.get(path) ?? 0, doneAt));
  }
  return arrivals;
}
