// What can be told of a job: where it stands with the agency, and what is on its way from this phone to change that.
import { isFollowed, isPromised, isUnsent, items, itemsOf, nameOfKind, needsPerson, words } from "../outbox/index.js";
import { count } from "../words.js";

export const isEmergency = ({ priority }) => priority?.trim().toLowerCase() === "emergency";

const folded = (word) => (word ?? "").trim().toLowerCase();

/** "open", "completed" or "cancelled"; `agency` as the API has it, or null while that is not known. */
export function standing({ completed, status }, agency) {
  if (completed) return "completed";
  return agency?.cancelledStatus.map(folded).includes(folded(status)) ? "cancelled" : "open";
}

/** The completions that the agency has got since `since` (milliseconds), newest last. */
const completionsSince = (since) =>
  (items.value ?? []).filter(({ kind, state, doneAt }) => kind === "completion" && state === "done" && doneAt > since);

/** Something that changes whenever what `asKnown` makes of jobs read at `since` does. */
export const versionSince = (since) => completionsSince(since).map(({ id }) => id).join();

/**
 * Jobs that this device began to read at `since` (milliseconds), as they are known now: with what the answer to a later
 * completion said. The same array if there is none.
 */
export function asKnown(jobs, since) {
  const answers = new Map(completionsSince(since).map(({ jobId, content, result }) => [jobId, result ?? bare(content)]));
  return answers.size ? jobs.map((job) => (answers.has(job.jobId) ? { ...job, ...answers.get(job.jobId) } : job)) : jobs;
}

// Somebody at the agency has found it there, and nobody has said in which words it stands.
const bare = ({ completed }) => ({ completed, status: null, completedAt: null });

/** What is on its way for a job, a few words for each: the completion first; `agency` is the agency's name. */
export function onItsWay(jobId, agency) {
  const unsent = itemsOf(jobId).filter(isUnsent);
  const completion = pendingCompletion(jobId);
  const others = unsent.filter((item) => item !== completion);
  const number = (test) => others.filter(test).length;
  const [failed, promised, followed] = [number(needsPerson), number(isPromised), number(isFollowed)];
  const waiting = others.length - failed - followed;
  return [
    completion && `${nameOfKind(completion)}: ${words(completion, agency)}`,
    failed && `${count(failed, "thing")} ${failed === 1 ? "needs" : "need"} you`,
    followed > promised && `${count(followed - promised, "thing")} being checked`,
    promised && `${count(promised, "thing")} with the portal`,
    waiting && `${count(waiting, "thing")} to send`,
  ].filter(Boolean);
}

/** The newest completion (or reopening) of a job that the agency has not got yet, or null. */
export const pendingCompletion = (jobId) =>
  itemsOf(jobId).filter((item) => item.kind === "completion" && isUnsent(item)).at(-1) ?? null;

/** What a job is called. */
export const titleOf = ({ title, reference, jobId }) => title || reference || jobId;

/** A test of whether a job has every word of `text`, in any case, in what it is known by. */
export function search(text) {
  const wanted = folded(text).split(/\s+/).filter(Boolean);
  return (job) => wanted.every((word) => textOf(job).includes(word));
}

const known = new WeakMap();

function textOf(job) {
  const { reference, title, description, property } = job;
  const parts = [reference, title, description, property?.address, property?.postcode];
  if (!known.has(job)) known.set(job, folded(parts.filter(Boolean).join("\n")));
  return known.get(job);
}

/** Emergencies first; the portal's order, newest first, otherwise. */
export const byUrgency = (jobs) => [...jobs.filter(isEmergency), ...jobs.filter((job) => !isEmergency(job))];
