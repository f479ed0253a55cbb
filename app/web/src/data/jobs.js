// The jobs as this device knows them: the portal's answers, changed by the items in the outbox.
import { count } from "../format.js";
import { outbox } from "../outbox/instance.js";
import { kindLabel, stateLabel } from "../outbox/labels.js";
import { isAccepted, isTracked, isUnsent, needsAction } from "../outbox/states.js";
import { useResource } from "./resource.js";

/** @typedef {"open" | "completed" | "cancelled"} JobTab */

/**
 * Return a job, or null while it is unknown, and the state of the resource that it comes from.
 *
 * @param {string} id
 */
export function useJob(id) {
  const [own, list] = [useResource(`jobs/${id}`).value, useResource("jobs").value];
  if (own.body) return { job: withCompletion(own.body, own), resource: own };
  // The list has nearly all fields, and is there at once. Without a network, it may be all that this device has.
  const listed = own.status === 404 ? null : list.body?.jobs.find(({ jobId }) => jobId === id);
  return { job: listed ? withCompletion(listed, list) : null, resource: listed ? list : own };
}

/**
 * @param {Job} job
 * @param {ResourceState} resource
 */
const withCompletion = (job, { begunAt }) => withCompletions([job], begunAt)[0];

/** @param {Pick<Job, "priority">} job */
export const isEmergency = ({ priority }) => priority?.trim().toLowerCase() === "emergency";

/** @param {string | null} text */
const normalised = (text) => (text ?? "").trim().toLowerCase();

/**
 * Return the tab of the list that a job belongs to.
 *
 * @param {Job} job
 * @param {Agency | null} agency null while it is unknown
 * @returns {JobTab}
 */
export function tabOf({ completed, status }, agency) {
  if (completed) return "completed";
  return agency?.cancelledStatus.map(normalised).includes(normalised(status)) ? "cancelled" : "open";
}

/**
 * Return the completions that the agency has got since `since`, the newest last.
 *
 * @param {number} since
 */
const completionsSince = (since) =>
  (outbox.items.value ?? []).filter(
    (item) => item.kind === "completion" && item.state === "done" && Number(item.doneAt) > since,
  );

/**
 * Return a value that changes when `withCompletions` changes its result for jobs that were read at `since`.
 *
 * @param {number} since
 */
export const completionsVersion = (since) => completionsSince(since).map(({ id }) => id).join();

/**
 * Return jobs that this device began to read at `since`, with the result of later completions. Return the same array if
 * there are none.
 *
 * @param {Job[]} jobs
 * @param {number} since
 * @returns {Job[]}
 */
export function withCompletions(jobs, since) {
  const results = new Map(completionsSince(since).map((item) => [item.jobId, item.result ?? resultWithoutStatus(item)]));
  return results.size ? jobs.map((job) => (results.has(job.jobId) ? { ...job, ...results.get(job.jobId) } : job)) : jobs;
}

// A person at the agency has confirmed this completion, so the portal has not told the job's status.
/** @param {Item} item */
const resultWithoutStatus = ({ content }) => ({
  completed: "completed" in content && content.completed,
  status: null,
  completedAt: null,
});

/**
 * Return labels for the unsent items of a job, the completion first.
 *
 * @param {string} jobId
 * @param {string} [agency] its name
 */
export function unsentLabels(jobId, agency) {
  const unsent = outbox.itemsOf(jobId).filter(isUnsent);
  const completion = unsentCompletion(jobId);
  const others = unsent.filter((item) => item !== completion);
  /** @param {(item: Item) => boolean} test */
  const number = (test) => others.filter(test).length;
  const [failed, accepted, tracked] = [number(needsAction), number(isAccepted), number(isTracked)];
  const waiting = others.length - failed - tracked;
  return [
    completion && `${kindLabel(completion)}: ${stateLabel(completion, agency)}`,
    failed && `${count(failed, "thing")} ${failed === 1 ? "needs" : "need"} you`,
    tracked > accepted && `${count(tracked - accepted, "thing")} being checked`,
    accepted && `${count(accepted, "thing")} with the portal`,
    waiting && `${count(waiting, "thing")} to send`,
  ].filter(Boolean);
}

/**
 * Return the newest completion or reopening of a job that the agency has not got yet, or null.
 *
 * @param {string} jobId
 */
export const unsentCompletion = (jobId) =>
  outbox.itemsOf(jobId).filter((item) => item.kind === "completion" && isUnsent(item)).at(-1) ?? null;

/** @param {Pick<Job, "title" | "reference" | "jobId">} job */
export const jobTitle = ({ title, reference, jobId }) => title || reference || jobId;

/**
 * Return a filter of the jobs whose texts have every word of `text`, in any case.
 *
 * @param {string} text
 */
export function jobFilter(text) {
  const words = normalised(text).split(/\s+/).filter(Boolean);
  /** @param {Job} job */
  return (job) => words.every((word) => searchableText(job).includes(word));
}

/** @type {WeakMap<Job, string>} */
const searchableTexts = new WeakMap();

/** @param {Job} job */
function searchableText(job) {
  const { reference, title, description, property } = job;
  const parts = [reference, title, description, property?.address, property?.postcode];
  const text = searchableTexts.get(job) ?? normalised(parts.filter(Boolean).join("\n"));
  searchableTexts.set(job, text);
  return text;
}

/**
 * Return jobs with emergencies first, otherwise in the portal's order, the newest first.
 *
 * @param {Job[]} jobs
 */
export const emergenciesFirst = (jobs) => [...jobs.filter(isEmergency), ...jobs.filter((job) => !isEmergency(job))];
