// The jobs as this device knows them: the portal's answers for all accounts, changed by the items in the outbox.
import { useRef } from "preact/hooks";
import { outbox } from "../outbox/instance.ts";
import { isUnsent } from "../outbox/states.ts";
import { accountName, owners } from "../session.ts";
import { useAccount, useAccounts } from "./accounts.ts";
import { readingBegunAt, useResource, useResources } from "./resource.ts";

/** The path of the completed jobs that have no invoice yet. */
export const TO_INVOICE = "jobs?toInvoice=true";

/**
 * Return the jobs of all accounts at a path, and of each account the state of the resource. The list is the same until
 * a job changes.
 */
export function useJobs(path: "jobs" | typeof TO_INVOICE = "jobs"): {jobs: AccountJob[], sources: Source[]} {
  const accounts = useAccounts();
  const resources = useResources(owners.value, path);
  const sources = accounts.map((account, index) => ({ ...account, resource: resources[index] }));
  return { sources, jobs: useStable(sources.flatMap((source) => jobsOf(source))) };
}

/** Return the earlier list if it has the same entries. */
function useStable<Entry>(list: Entry[]) {
  const earlier = useRef(list);
  const isSame = list.length === earlier.current.length && list.every((entry, index) => entry === earlier.current[index]);
  if (!isSame) earlier.current = list;
  return earlier.current;
}

export type CachedJobs = {body: unknown, version: string, jobs: AccountJob[]};
const cache: WeakMap<object, CachedJobs> = new WeakMap();

/**
 * Return the jobs of an account. They are the same objects until the response, the agency or the outbox changes them.
 */
function jobsOf({ resource, ...account }: Source) {
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
 * Return a job of the account of this page, or null while it is unknown, and the state of the resource that it comes
 * from. Without an id, there is no job.
 */
export function useJob(id: string | null) {
  const account = useAccount();
  const [own, list] = [useResource(id ? (`jobs/${id}` as const) : null), useResource("jobs")];
  const changed = (job: Job | null | undefined, begunAt: number) => (job && account ? withCompletions(account.owner, [job], begunAt)[0] : null);
  if (own.body) return { job: changed(own.body, own.begunAt), resource: own, account };
  // The list has nearly all fields, and is there at once. Without a network, it may be all that this device has.
  const listed = own.status === 404 ? null : list.body?.jobs.find(({ jobId }) => jobId === id);
  return { job: changed(listed, list.begunAt), resource: listed ? list : own, account };
}

const normalised = (text: string | null | undefined) => (text ?? "").trim().toLowerCase();

/** Return whether the agency has cancelled a job. */
export const isCancelled = ({ job: { completed, status }, account: { agency } }: AccountJob) =>
  !completed && Boolean(agency?.cancelledStatus.map(normalised).includes(normalised(status)));

/** Return whether a job is neither completed nor cancelled. */
export const isOpen = (accountJob: AccountJob) => !accountJob.job.completed && !isCancelled(accountJob);

/** Return jobs by the time of a field. Jobs without it come last. */
export function sortedBy(jobs: AccountJob[], field: "reportedAt" | "completedAt", { newestFirst = false }: {newestFirst?: boolean} = {}) {
  const direction = newestFirst ? -1 : 1;
  const timeOf = ({ job }: AccountJob) => (job[field] ? direction * Date.parse(job[field] as string) : Infinity);
  return [...jobs].sort((first, second) => compare(timeOf(first), timeOf(second)));
}

const compare = (first: number, second: number) => (first === second ? 0 : first - second);

/**
 * Return open jobs in sections: the emergencies, and for each `priorityRank` the other jobs, the oldest first. The rank
 * null stands for words that are no priority.
 */
export function bySection(jobs: AccountJob[]) {
  const oldestFirst = sortedBy(jobs.filter(isOpen), "reportedAt");
  const others = oldestFirst.filter(({ job }) => !job.emergency);
  return {
    emergencies: oldestFirst.filter(({ job }) => job.emergency),
    byRank: [1, 2, 3, null].map((rank) => ({ rank, jobs: others.filter(({ job }) => rankOf(job) === rank) })),
  };
}

const rankOf = ({ priorityRank }: Pick<Job, "priorityRank">) => ([1, 2, 3].includes(Number(priorityRank)) ? priorityRank : null);

/** Return the completions in an account that the agency has got since `since`, the newest last. */
const completionsSince = (owner: Owner, since: number) =>
  (outbox.items.value ?? []).filter(
    (item) =>
      item.kind === "completion" &&
      item.state === "done" &&
      Number(item.doneAt) > since &&
      accountName(item.owner) === accountName(owner),
  );

const completionsVersion = (owner: Owner, since: number) => completionsSince(owner, since).map(({ id }) => id).join();

/** Return jobs that this device began to read at `since`, with the result of later completions. */
function withCompletions(owner: Owner, jobs: Job[], since: number): Job[] {
  const results = new Map(completionsSince(owner, since).map((item) => [item.jobId, item.result ?? resultWithoutStatus(item)]));
  return results.size ? jobs.map((job) => (results.has(job.jobId) ? { ...job, ...results.get(job.jobId) } : job)) : jobs;
}

// A person at the agency has confirmed this completion, so the portal has not told the job's status.
const resultWithoutStatus = ({ content }: Item) => ({
  completed: "completed" in content && content.completed,
  status: null,
  completedAt: null,
});

/** Return the items of a job that its agency has not got yet, the oldest first. */
export const unsentItems = (owner: Owner, jobId: string) => outbox.itemsOf(owner, jobId).filter(isUnsent);

/** Return the newest completion or reopening of a job that the agency has not got yet, or null. */
export const unsentCompletion = (owner: Owner, jobId: string) =>
  unsentItems(owner, jobId).filter((item) => item.kind === "completion").at(-1) ?? null;

/**
 * Return the items of a job to tell of in a list: those that the agency has not got, and those that have arrived since
 * the list was read.
 */
export function itemsToTell({ job: { jobId }, account: { owner } }: AccountJob) {
  const items = outbox.itemsOf(owner, jobId);
  return items.filter((item) => isUnsent(item) || Number(item.doneAt) > readingBegunAt(owner, "jobs"));
}

export const jobTitle = ({ title, reference, jobId }: Pick<Job, "title" | "reference" | "jobId">) => title || reference || jobId;

export { jobAddress } from "./places.ts";
