// The invoices of a job: those of the agency, and those in the outbox. Nothing here uses the network.
import { shortDay } from "../format.js";
import { states as stateWords } from "../words.js";
import { job as words } from "../words.js";

/** @typedef {OwnedItem & {kind: "invoice"}} InvoiceItem */
/** @typedef {{invoices: Invoice[], statements: Statement[]}} Payments what the agency's lists have for a job */

/**
 * Return whether an item of the outbox is this invoice.
 *
 * @param {Invoice} invoice
 * @param {InvoiceItem} item
 */
export function isSameInvoice(invoice, { jobId, content, result, submissionId }) {
  if (submissionId && invoice.submissionId) return submissionId === invoice.submissionId;
  if (result?.invoiceId && invoice.invoiceId) return result.invoiceId === invoice.invoiceId;
  const { amount, invoiceNumber = null, invoiceDate } = content;
  return (
    invoice.jobId === jobId &&
    invoice.amount === amount &&
    invoice.invoiceNumber === invoiceNumber &&
    invoice.invoiceDate === invoiceDate
  );
}

/**
 * Return whether a job needs no invoice: it has one that was not refused, it is paid, or the person has marked it.
 *
 * @param {Job} job
 * @param {OwnedItem[]} items of the job
 * @param {Payments} payments
 */
export function isInvoiced({ invoicing }, items, { invoices, statements }) {
  if (invoicing || statements.length) return true;
  const [rejected, others] = [invoices.filter(isRejected), invoices.filter((invoice) => !isRejected(invoice))];
  /** @param {InvoiceItem} item */
  const counts = (item) => item.state !== "refused" && !rejected.some((invoice) => isSameInvoice(invoice, item));
  return others.length > 0 || items.some((item) => item.kind === "invoice" && counts(item));
}

/** @param {Invoice} invoice */
const isRejected = ({ status }) => status === "rejected";

/**
 * Return how to show the state of an agency's invoice. `agency`: its short name.
 *
 * @param {Invoice} invoice
 * @param {string} agency
 * @returns {import("../outbox/shown.js").ShownState}
 */
export function invoiceState({ status = "", rejectedBy, history = [] }, agency) {
  const event = history.findLast((each) => each.status === status);
  const time = event ? shortDay(event.at) : null;
  const since = time && (event?.exact ? time : words.seen(time));
  /** @param {string} icon @param {import("../outbox/shown.js").Tone} tone @param {string} label @param {string | null} [besides] */
  const shown = (icon, tone, label, besides = null) => ({ icon, tone, label, besides });
  switch (status) {
    case "sending":
      return shown("parcel", "info", words.received, time);
    case "unconfirmed":
      return shown("eye", "wait", stateWords.beingChecked, stateWords.mayHaveArrived);
    case "review":
      return shown("ring", "wait", stateWords.ring(agency));
    case "rejected":
      return rejectedBy === "system" ? shown("refused", "bad", stateWords.refused) : shown("refused", "bad", words.rejected(agency), since);
    case "authorised":
      return shown("tick", "ok", words.authorised, since);
    case "paid":
      return shown("tick", "ok", words.paid, since);
    default:
      return shown("tick", "ok", stateWords.withAgency, time && words.since(time));
  }
}
