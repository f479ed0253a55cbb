// The state of an invoice, and what a job that is done says of its own. Nothing here uses the network, the clock or a database.
import type { AccountInvoice } from "../data/invoices.ts";
import { money, shortDay } from "../format.ts";
import type { ShownState, Tone } from "../outbox/shown.ts";
import { jobs as words, states } from "../words.ts";

/** Return a function from a job to what its row says: its invoice, or else its status. `invoices`: the newest first. */
export function outcomesOf(invoices: AccountInvoice[], toInvoice: AccountJob[]) {
  const open = new Set(toInvoice.map(keyOf));
  const invoiceOf: Map<string, AccountInvoice> = new Map();
  for (const invoice of invoices) {
    const key = `${invoice.account.name} ${invoice.jobId}`;
    if (!invoiceOf.has(key)) invoiceOf.set(key, invoice);
  }
  return (accountJob: AccountJob) => {
    const { status, invoicing } = accountJob.job;
    const invoice = invoiceOf.get(keyOf(accountJob));
    if (invoice?.item) return ofItem(invoice.item) ?? status;
    if (open.has(keyOf(accountJob))) return words.tabs["to-invoice"];
    if (invoicing) return words.marked(invoicing.state, invoicing.invoiceNumber);
    return invoice && invoice.status !== "rejected" ? ofInvoice(invoice) : status;
  };
}

const keyOf = ({ job, account }: AccountJob) => `${account.name} ${job.jobId}`;

/** The state line of the row tells of an invoice on its way. */
const ofItem = ({ state }: Item) => (state === "refused" ? words.invoiceRefused : null);

function ofInvoice(invoice: AccountInvoice) {
  const { status, amount, account } = invoice;
  const { label, besides } = invoiceState(invoice, account.shortName);
  if (status === "paid") return [label, amount !== null && money(amount)].filter(Boolean).join(" ");
  return status === "authorised" && besides ? `${label}, ${besides}` : label;
}

/** Return how to show the state of an agency's invoice. `agency`: its short name. */
export function invoiceState({ status, rejectedBy, history = [] }: Invoice, agency: string): ShownState {
  const event = history.findLast((each) => each.status === status);
  const time = event ? shortDay(event.at) : null;
  const since = time && (event?.exact ? time : states.seen(time));
  const shown = (icon: string, tone: Tone, label: string, besides: string | null = null) => ({ icon, tone, label, besides });
  switch (status) {
    case "sending":
      return shown("parcel", "info", states.received, time);
    case "unconfirmed":
      return shown("eye", "wait", states.beingChecked, states.mayHaveArrived);
    case "review":
      return shown("ring", "wait", states.ring(agency));
    case "rejected":
      return rejectedBy === "system" ? shown("refused", "bad", states.refused) : shown("refused", "bad", states.rejected(agency), since);
    case "authorised":
      return shown("tick", "ok", states.authorised, since);
    case "paid":
      return shown("tick", "ok", states.paid, since);
    default:
      return shown("tick", "ok", states.withAgency, time && states.since(time));
  }
}
