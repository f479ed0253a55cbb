// What can be told of a job: where it stands with the agency, and what waits on this phone to change that.
import { itemsOf, isUnsent } from "../outbox/index.js";

export const isEmergency = ({ priority }) => priority?.trim().toLowerCase() === "emergency";

const folded = (word) => (word ?? "").trim().toLowerCase();

/** "open", "completed" or "cancelled"; `agency` as the API has it, or null while that is not known. */
export function standing({ completed, status }, agency) {
  if (completed) return "completed";
  return agency?.cancelledStatus.map(folded).includes(folded(status)) ? "cancelled" : "open";
}

/** The newest completion (or reopening) of a job that the agency has not got yet, or null. */
export const pendingCompletion = (jobId) =>
  itemsOf(jobId).filter((item) => item.kind === "completion" && isUnsent(item)).at(-1) ?? null;

/** What a job is called. */
export const titleOf = ({ title, reference, jobId }) => title || reference || jobId;

/** A test of whether a job has every word of `text`, in any case, in what it is known by. */
export function search(text) {
  const words = folded(text).split(/\s+/).filter(Boolean);
  return (job) => words.every((word) => knownBy(job).includes(word));
}

const known = new WeakMap();

function knownBy(job) {
  const { reference, title, description, property } = job;
  const parts = [reference, title, description, property?.address, property?.postcode];
  if (!known.has(job)) known.set(job, folded(parts.filter(Boolean).join("\n")));
  return known.get(job);
}

/** Emergencies first; the portal's order, newest first, otherwise. */
export const byUrgency = (jobs) => [...jobs.filter(isEmergency), ...jobs.filter((job) => !isEmergency(job))];
