// What happened to a job, the newest first: the agency's notes, own notes, completions and invoices. Nothing here uses the network.
import { isSameInvoice } from "./invoices.js";

/**
 * An entry of the timeline. `at`: its time; null if it is unknown.
 *
 * @typedef {{at: number | null, key: string}} Timed
 * @typedef {Timed & {kind: "note", note: Note, isOwn: boolean}} NoteEntry
 * @typedef {Timed & {kind: "item", item: OwnedItem}} ItemEntry
 * @typedef {Timed & {kind: "invoice", invoice: Invoice}} InvoiceEntry
 * @typedef {Timed & {kind: "mark", mark: NonNullable<Job["invoicing"]>}} MarkEntry
 * @typedef {Timed & {kind: "done"}} DoneEntry
 * @typedef {Timed & {kind: "reported", by: string | null}} ReportedEntry
 * @typedef {NoteEntry | ItemEntry | InvoiceEntry | MarkEntry | DoneEntry | ReportedEntry} Entry
 */

/**
 * Return the timeline of a job. `ownName`: the contractor's name in notes. Nothing is in it twice: an item of the outbox that has
 * arrived may be among the agency's notes and invoices.
 *
 * @param {{job: Job, items: OwnedItem[], invoices: Invoice[], ownName: string}} facts
 * @returns {Entry[]}
 */
export function timelineOf({ job, items, invoices, ownName }) {
  const { notes = [], reportedAt, reportedBy, completedAt, invoicing } = job;
  const listed = invoices.filter((invoice) => !items.some((item) => item.kind === "invoice" && isNewer(item, invoice)));
  /** @type {Entry[]} */
  const entries = [
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

/** @param {Note} note @param {number} index @param {string} ownName @returns {NoteEntry} */
const noteEntry = (note, index, ownName) => ({
  kind: "note",
  key: `note ${note.noteId ?? `at ${index}`}`,
  at: timeOf(note.createdAt),
  note,
  isOwn: note.author === ownName,
});

/** @param {OwnedItem} item @returns {ItemEntry} */
const itemEntry = (item) => ({ kind: "item", key: `item ${item.id}`, at: item.addedAt, item });

/** @param {Invoice} invoice @param {number} index @returns {InvoiceEntry} */
const invoiceEntry = (invoice, index) => ({
  kind: "invoice",
  key: `invoice ${invoice.invoiceId ?? invoice.submissionId ?? `at ${index}`}`,
  at: timeOf(invoice.submittedAt ?? invoice.history?.[0]?.at ?? invoice.invoiceDate),
  invoice,
});

/**
 * Return whether an item knows more of an invoice than the list: the portal has taken it over and still tracks it.
 *
 * @param {OwnedItem & {kind: "invoice"}} item
 * @param {Invoice} invoice
 */
const isNewer = (item, invoice) => ["checking", "review"].includes(item.state) && isSameInvoice(invoice, item);

/**
 * Return whether an item is among the agency's notes or invoices. Some agencies' systems do not tell the ids of notes.
 *
 * @param {OwnedItem} item
 * @param {Note[]} notes
 * @param {Invoice[]} invoices
 */
function hasArrived(item, notes, invoices) {
  if (item.state !== "done") return false;
  if (item.kind === "invoice") return invoices.some((invoice) => isSameInvoice(invoice, item));
  const { noteId } = item.result ?? {};
  return item.kind === "note" && notes.some((note) => (noteId ? note.noteId === noteId : note.note === item.content.note));
}

/**
 * Return whether the last completion or reopening that has arrived from this phone is the completion that AgentOS tells.
 *
 * @param {OwnedItem[]} items
 */
function isDoneByItem(items) {
  const last = items.filter(({ kind, state }) => kind === "completion" && state === "done").at(-1);
  return Boolean(last && "completed" in last.content && last.content.completed);
}

const SETTLE_MS = 1_000;

/**
 * Return when the page may offer something for an item that is still on this phone: most items are sent at once.
 *
 * @param {OwnedItem} item
 */
export const settlesAt = ({ addedAt, heldUntil }) => Math.max(addedAt, heldUntil) + SETTLE_MS;

/** @param {string | null | undefined} time */
const timeOf = (time) => (time ? Date.parse(time) : null);
