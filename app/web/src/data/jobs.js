// The jobs as this device knows them: the portal's answers for all accounts, changed by the items in the outbox.
import { useRef } from "preact/hooks";
import { outbox } from "../outbox/instance.js";
import { isUnsent } from "../outbox/states.js";
import { accountName, owners } from "../session.js";
import { useAccount, useAccounts } from "./accounts.js";
import { readingBegunAt, useResource, useResources } from "./resource.js";

/** The path of the completed jobs that have no invoice yet. */
export const TO_INVOICE = "jobs?toInvoice=true";

/**
 * Return the jobs of all accounts at a path, and of each account the state of the resource. The list is the same until a job
 * changes.
 *
 * @param {"jobs" | typeof TO_INVOICE} [path]
 * @returns {{jobs: AccountJob[], sources: Source[]}}
 */
export function useJobs(path = "jobs") {
  const accounts = useAccounts();
  const resources = useResources(owners.value, path);
  const sources = accounts.map((account, index) => ({ ...account, resource: resources[index] }));
  return { sources, jobs: useStable(sources.flatMap((source) => jobsOf(source))) };
}

/**
 * Return the earlier list if it has the same entries.
 *
 * @template Entry
 * @param {Entry[]} list
 */
function useStable(list) {
  const earlier = useRef(list);
  const isSame = list.length === earlier.current.length && list.every((entry, index) => entry === earlier.current[index]);
  if (!isSame) earlier.current = list;
  return earlier.current;
}

/**
 * @typedef {{body: unknown, version: string, jobs: AccountJob[]}} CachedJobs
 * @type {WeakMap<object, CachedJobs>}
 */
const cache = new WeakMap();

/**
 * Return the jobs of an account. They are the same objects until the response, the agency or the outbox changes them.
 *
 * @param {Source} source
 */
function jobsOf({ resource, ...account }) {
  const { body, begunAt } = resource;
  if (!body) return [];
  const version = `${completionsVersion(account.owner, begunAt)} ${account.agency ? 1 : 0}`;
  const cached = cache.get(body);
  if (cached?.version === version) return cached.jobs;
  const jobs = withCompletions(account.owner, body.jobs, begunAt).map((job) => ({ job, account }));
  cache.set(body, { body, version, jobs });
  return jobs;
}

/**
 * Return a job of the account of this page, or null while it is unknown, and the state of the resource that it comes from. Without an
 * id, there is no job.
 *
 * @param {string | null} id
 */
export function useJob(id) {
  const account = useAccount();
  const [own, list] = [useResource(id ? /** @type {const} */ (`jobs/${id}`) : null), useResource("jobs")];
  /** @param {Job | null | undefined} job @param {number} begunAt */
  const changed = (job, begunAt) => (job && account ? withCompletions(account.owner, [job], begunAt)[0] : null);
  if (own.body) return { job: changed(own.body, own.begunAt), resource: own, account };
  // The list has nearly all fields, and is there at once. Without a network, it may be all that this device has.
  const listed = own.status === 404 ? null : list.body?.jobs.find(({ jobId }) => jobId === id);
  return { job: changed(listed, list.begunAt), resource: listed ? list : own, account };
}

/** @param {string | null | undefined} text */
const normalised = (text) => (text ?? "").trim().toLowerCase();

/**
 * Return whether the agency has cancelled a job.
 *
 * @param {AccountJob} accountJob
 */
export const isCancelled = ({ job: { completed, status }, account: { agency } }) =>
  !completed && Boolean(agency?.cancelledStatus.map(normalised).includes(normalised(status)));

/**
 * Return whether a job is neither completed nor cancelled.
 *
 * @param {AccountJob} accountJob
 */
export const isOpen = (accountJob) => !accountJob.job.completed && !isCancelled(accountJob);

/**
 * Return jobs by the time of a field. Jobs without it come last.
 *
 * @param {AccountJob[]} jobs
 * @param {"reportedAt" | "completedAt"} field
 * @param {{newestFirst?: boolean}} [options]
 */
export function sortedBy(jobs, field, { newestFirst = false } = {}) {
  const direction = newestFirst ? -1 : 1;
  /** @param {AccountJob} accountJob */
  const timeOf = ({ job }) => (job[field] ? direction * Date.parse(/** @type {string} */ (job[field])) : Infinity);
  return [...jobs].sort((first, second) => compare(timeOf(first), timeOf(second)));
}

/** @param {number} first @param {number} second */
const compare = (first, second) => (first === second ? 0 : first - second);

/**
 * Return open jobs in sections: the emergencies, and for each `priorityRank` the other jobs, the oldest first. The rank null stands
 * for words that are no priority.
 *
 * @param {AccountJob[]} jobs
 */
export function bySection(jobs) {
  const oldestFirst = sortedBy(jobs.filter(isOpen), "reportedAt");
  const others = oldestFirst.filter(({ job }) => !job.emergency);
  return {
    emergencies: oldestFirst.filter(({ job }) => job.emergency),
    byRank: [1, 2, 3, null].map((rank) => ({ rank, jobs: others.filter(({ job }) => rankOf(job) === rank) })),
  };
}

/** @param {Pick<Job, "priorityRank">} job */
const rankOf = ({ priorityRank }) => ([1, 2, 3].includes(Number(priorityRank)) ? priorityRank : null);

/**
 * Return the completions in an account that the agency has got since `since`, the newest last.
 *
 * @param {Owner} owner
 * @param {number} since
 */
const completionsSince = (owner, since) =>
  (outbox.items.value ?? []).filter(
    (item) =>
      item.kind === "completion" &&
      item.state === "done" &&
      Number(item.doneAt) > since &&
      accountName(item.owner) === accountName(owner),
  );

/**
 * @param {Owner} owner
 * @param {number} since
 */
const completionsVersion = (owner, since) => completionsSince(owner, since).map(({ id }) => id).join();

/**
 * Return jobs that this device began to read at `since`, with the result of later completions.
 *
 * @param {Owner} owner
 * @param {Job[]} jobs
 * @param {number} since
 * @returns {Job[]}
 */
function withCompletions(owner, jobs, since) {
  const results = new Map(completionsSince(owner, since).map((item) => [item.jobId, item.result ?? resultWithoutStatus(item)]));
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
 * Return the items of a job that its agency has not got yet, the oldest first.
 *
 * @param {Owner} owner
 * @param {string} jobId
 */
export const unsentItems = (owner, jobId) => outbox.itemsOf(owner, jobId).filter(isUnsent);

/**
 * Return the newest completion or reopening of a job that the agency has not got yet, or null.
 *
 * @param {Owner} owner
 * @param {string} jobId
 */
export const unsentCompletion = (owner, jobId) =>
  unsentItems(owner, jobId).filter((item) => item.kind === "completion").at(-1) ?? null;

/**
 * Return the items of a job to tell of in a list: those that the agency has not got, and those that have arrived since the
 * list was read.
 *
 * @param {AccountJob} accountJob
 */
export function itemsToTell({ job: { jobId }, account: { owner } }) {
  const items = outbox.itemsOf(owner, jobId);
  return items.filter((item) => isUnsent(item) || Number(item.doneAt) > readingBegunAt(owner, "jobs"));
}

/** @param {Pick<Job, "title" | "reference" | "jobId">} job */
export const jobTitle = ({ title, reference, jobId }) => title || reference || jobId;

export { jobAddress } from "./places.js";
