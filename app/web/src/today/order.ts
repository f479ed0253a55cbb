// What Today shows, and in which order. Nothing here uses the network, the clock or a database.
import type { AccountInvoice } from "../data/invoices.ts";
import { isExpired } from "../outbox/shown.ts";
import { isUnsent, needsPerson } from "../outbox/states.ts";

const MAX_HIGH = 3;
const MAX_ON_ITS_WAY = 2;
/** A group with more rows becomes one row. */
const MAX_IN_GROUP = 2;

/** A row of "Needs you". With several `entries`, it stands for all of them. */
export type Need<Entry = any> = {kind: "rejected" | "refused" | "expired" | "asked" | "toInvoice", entries: Entry[]};

/** All lists of jobs are sorted, and `toInvoice` leaves out jobs whose invoice is in the outbox. */
export function orderOfToday({ emergencies, high, invoices, toInvoice, items }: {emergencies: AccountJob[], high: AccountJob[], invoices: AccountInvoice[], toInvoice: AccountJob[], items: OwnedItem[]}) {
  const unsent = items.filter(isUnsent);
  const done = new Set(unsent.filter(isCompletion).map(({ owner, jobId }) => keyOf(owner, jobId)));
  const isOpen = ({ job, account }: AccountJob) => !done.has(keyOf(account.owner, job.jobId));
  const stillHigh = high.filter(isOpen);
  const onItsWay = unsent.filter((item) => !needsPerson(item));
  return {
    emergencies: emergencies.filter(isOpen),
    needs: needsOf({ rejected: rejectedOf(invoices, toInvoice), items: unsent.filter(needsPerson), toInvoice }),
    high: firstOf(stillHigh, MAX_HIGH),
    onItsWay: firstOf(onItsWay, MAX_ON_ITS_WAY),
  };
}

const isCompletion = (item: OwnedItem) => item.kind === "completion" && item.content.completed && !needsPerson(item);

const keyOf = ({ agency, contractorId }: AccountId, jobId: string | null | undefined) => `${agency} ${contractorId} ${jobId}`;

/** One entry more takes no more room than a row that names it. */
const firstOf = <Entry>(all: Entry[], most: number) => {
  const shown = all.length === most + 1 ? all : all.slice(0, most);
  return { shown, total: all.length, more: all.length - shown.length };
};

/** Return the newest of each job that is still to invoice, and those without a job. `invoices`: the newest first. */
function rejectedOf(invoices: AccountInvoice[], toInvoice: AccountJob[]) {
  const open = new Set(toInvoice.map(({ job, account }) => keyOf(account.owner, job.jobId)));
  return invoices.filter(({ status, rejectedBy, jobId, account, item }) => {
    if (status !== "rejected" || rejectedBy !== "agency" || item) return false;
    return !jobId || open.delete(keyOf(account.owner, jobId));
  });
}

function needsOf({ rejected, items, toInvoice }: {rejected: AccountInvoice[], items: OwnedItem[], toInvoice: AccountJob[]}): Need[] {
  const failed = items.filter(({ state }) => state === "refused");
  const groups = ([
    { kind: "rejected", entries: rejected },
    { kind: "refused", entries: failed.filter((item) => !isExpired(item)) },
    { kind: "expired", entries: failed.filter(isExpired) },
    { kind: "asked", entries: items.filter(({ state }) => state !== "refused") },
  ] as Need[]).flatMap(({ kind, entries }) => (entries.length > MAX_IN_GROUP ? [{ kind, entries }] : entries.map((entry) => ({ kind, entries: [entry] }))));
  return toInvoice.length ? [...groups, { kind: "toInvoice", entries: toInvoice }] : groups;
}
