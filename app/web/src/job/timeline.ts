// What happened to a job, the newest first: the agency's notes, own notes, completions and invoices. Nothing here uses the network.
import { isSameInvoice } from "../outbox/same-invoice.ts";

/** `at`: the time of the entry; null if it is unknown. */
export type Entry = {at: number | null, key: string} & (
  | {kind: "note", note: Note, isOwn: boolean}
  | {kind: "item", item: OwnedItem}
  | {kind: "invoice", invoice: Invoice}
  | {kind: "mark", mark: NonNullable<Job["invoicing"]>}
  | {kind: "done"}
  | {kind: "reported", by: string | null}
);

/**
 * Return the timeline of a job. `ownName`: the contractor's name in notes. Nothing is in it twice: an item of the
 * outbox that has arrived may be among the agency's notes and invoices.
 */
export function timelineOf({ job, items, invoices, ownName }: {job: Job, items: OwnedItem[], invoices: Invoice[], ownName: string}): Entry[] {
  const { notes = [], reportedAt, reportedBy, completedAt, invoicing } = job;
  const listed = invoices.filter((invoice) => !items.some((item) => item.kind === "invoice" && isNewer(item, invoice)));
  const entries: Entry[] = [
    ...notes.map((note, index) => noteEntry(note, index, ownName)),
    ...items.filter((item) => !hasArrived(item, notes, listed)).map(itemEntry),
    ...listed.map(invoiceEntry),
  ];
  if (invoicing) entries.push({ kind: "mark", key: "mark", at: Date.parse(invoicing.at), mark: invoicing });
  if (completedAt && !isDoneByItem(items)) entries.push({ kind: "done", key: "done", at: Date.parse(completedAt) });
  if (reportedAt || reportedBy?.name) {
    entries.push({ kind: "reported", key: "reported", at: timeOf(reportedAt), by: reportedBy?.name ?? null });
  }
  return entries.sort((first, second) => (second.at ?? -Infinity) - (first.at ?? -Infinity) || 0);
}

const noteEntry = (note: Note, index: number, ownName: string): Entry => ({
  kind: "note",
  key: `note ${note.noteId ?? `at ${index}`}`,
  at: timeOf(note.createdAt),
  note,
  isOwn: note.author === ownName,
});

const itemEntry = (item: OwnedItem): Entry => ({ kind: "item", key: `item ${item.id}`, at: item.addedAt, item });

const invoiceEntry = (invoice: Invoice, index: number): Entry => ({
  kind: "invoice",
  key: `invoice ${invoice.invoiceId ?? invoice.submissionId ?? `at ${index}`}`,
  at: timeOf(invoice.submittedAt ?? invoice.history?.[0]?.at ?? invoice.invoiceDate),
  invoice,
});

/** Return whether an item knows more of an invoice than the list: the portal has taken it over and still tracks it. */
const isNewer = (item: OwnedItem & {kind: "invoice"}, invoice: Invoice) => ["checking", "review"].includes(item.state) && isSameInvoice(invoice, item);

/** Some agencies' systems do not tell the ids of notes. */
function hasArrived(item: OwnedItem, notes: Note[], invoices: Invoice[]) {
  if (item.state !== "done") return false;
  if (item.kind === "invoice") return invoices.some((invoice) => isSameInvoice(invoice, item));
  const { noteId } = item.result ?? {};
  return item.kind === "note" && notes.some((note) => (noteId ? note.noteId === noteId : note.note === item.content.note));
}

/** Return whether the completion that AgentOS tells is the last that has arrived from this phone. */
function isDoneByItem(items: OwnedItem[]) {
  const last = items.filter(({ kind, state }) => kind === "completion" && state === "done").at(-1);
  return Boolean(last && "completed" in last.content && last.content.completed);
}

const SETTLE_MS = 1_000;

/** Return when the page may offer something for an item that is still on this phone: most items are sent at once. */
export const settlesAt = ({ addedAt, heldUntil }: OwnedItem) => Math.max(addedAt, heldUntil) + SETTLE_MS;

const timeOf = (time: string | null | undefined) => (time ? Date.parse(time) : null);
