// What Today shows, and in which order. Nothing here uses the network, the clock or a database.
import { isExpired } from "../outbox/shown.js";
import { isUnsent, needsPerson } from "../outbox/states.js";

const MAX_HIGH = 3;
const MAX_ON_ITS_WAY = 2;
/** A group with more rows becomes one row. */
const MAX_IN_GROUP = 2;

/**
 * A row of "Needs you". With several `entries`, it stands for all of them.
 *
 * @template [Entry=any]
 * @typedef {{kind: "rejected" | "refused" | "expired" | "asked" | "toInvoice", entries: Entry[]}} Need
 */

/** @typedef {Invoice & {account: ShownAccount}} AccountInvoice */

/**
 * Return what Today shows. All lists of jobs are sorted, and `toInvoice` leaves out jobs whose invoice is in the outbox.
 *
 * @param {{emergencies: AccountJob[], high: AccountJob[], invoices: AccountInvoice[], toInvoice: AccountJob[], items: OwnedItem[]}} data
 */
export function orderOfToday({ emergencies, high, invoices, toInvoice, items }) {
  const unsent = items.filter(isUnsent);
  const done = new Set(unsent.filter(isCompletion).map(({ owner, jobId }) => keyOf(owner, jobId)));
  /** @param {AccountJob} accountJob */
  const isOpen = ({ job, account }) => !done.has(keyOf(account.owner, job.jobId));
  const stillHigh = high.filter(isOpen);
  const onItsWay = unsent.filter((item) => !needsPerson(item));
  return {
    emergencies: emergencies.filter(isOpen),
    needs: needsOf({ rejected: rejectedOf(invoices, toInvoice), items: unsent.filter(needsPerson), toInvoice }),
    high: firstOf(stillHigh, MAX_HIGH),
    onItsWay: firstOf(onItsWay, MAX_ON_ITS_WAY),
  };
}

/**
 * @param {OwnedItem} item
 */
const isCompletion = (item) => item.kind === "completion" && item.content.completed && !needsPerson(item);

/**
 * @param {AccountId} owner
 * @param {string | null | undefined} jobId
 */
const keyOf = ({ agency, contractorId }, jobId) => `${agency} ${contractorId} ${jobId}`;

/**
 * Return the first entries of a list, and how many more there are. One entry more takes no more room than a row that names it.
 *
 * @template Entry
 * @param {Entry[]} all
 * @param {number} most
 */
const firstOf = (all, most) => {
  const shown = all.length === most + 1 ? all : all.slice(0, most);
  return { shown, total: all.length, more: all.length - shown.length };
};

/**
 * Return the newest rejected invoice of each job that is still to invoice, and rejected invoices without a job.
 *
 * @param {AccountInvoice[]} invoices the newest first
 * @param {AccountJob[]} toInvoice
 */
function rejectedOf(invoices, toInvoice) {
  const open = new Set(toInvoice.map(({ job, account }) => keyOf(account.owner, job.jobId)));
  return invoices.filter(({ status, rejectedBy, jobId, account, item }) => {
    if (status !== "rejected" || rejectedBy !== "agency" || item) return false;
    return !jobId || open.delete(keyOf(account.owner, jobId));
  });
}

/**
 * @param {{rejected: AccountInvoice[], items: OwnedItem[], toInvoice: AccountJob[]}} data
 * @returns {Need[]}
 */
function needsOf({ rejected, items, toInvoice }) {
  const failed = items.filter(({ state }) => state === "refused");
  const groups = /** @type {Need[]} */ ([
    { kind: "rejected", entries: rejected },
    { kind: "refused", entries: failed.filter((item) => !isExpired(item)) },
    { kind: "expired", entries: failed.filter(isExpired) },
    { kind: "asked", entries: items.filter(({ state }) => state !== "refused") },
  ]).flatMap(({ kind, entries }) => (entries.length > MAX_IN_GROUP ? [{ kind, entries }] : entries.map((entry) => ({ kind, entries: [entry] }))));
  return toInvoice.length ? [...groups, { kind: "toInvoice", entries: toInvoice }] : groups;
}
