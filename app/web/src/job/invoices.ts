// The invoices of a job: those of the agency, and those in the outbox. Nothing here uses the network.
import { shortDay } from "../format.ts";
import { isSameInvoice } from "../outbox/same-invoice.ts";
import { states as stateWords } from "../words.ts";
import { job as words } from "../words.ts";

export type InvoiceItem = OwnedItem & {kind: "invoice"};
/** what the agency's lists have for a job */
export type Payments = {invoices: Invoice[], statements: Statement[]};

/**
 * Return whether a job needs no invoice: it has one that was not refused, it is paid, or the person has marked it.
 * `items`: of the job.
 */
export function isInvoiced({ invoicing }: Job, items: OwnedItem[], { invoices, statements }: Payments) {
  if (invoicing || statements.length) return true;
  const [rejected, others] = [invoices.filter(isRejected), invoices.filter((invoice) => !isRejected(invoice))];
  const counts = (item: InvoiceItem) => item.state !== "refused" && !rejected.some((invoice) => isSameInvoice(invoice, item));
  return others.length > 0 || items.some((item) => item.kind === "invoice" && counts(item));
}

const isRejected = ({ status }: Invoice) => status === "rejected";

/** Return how to show the state of an agency's invoice. `agency`: its short name. */
export function invoiceState({ status = "", rejectedBy, history = [] }: Invoice, agency: string): import("../outbox/shown.ts").ShownState {
  const event = history.findLast((each) => each.status === status);
  const time = event ? shortDay(event.at) : null;
  const since = time && (event?.exact ? time : words.seen(time));
  const shown = (icon: string, tone: import("../outbox/shown.ts").Tone, label: string, besides: string | null = null) => ({ icon, tone, label, besides });
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
