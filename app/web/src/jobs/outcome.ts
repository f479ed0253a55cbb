// What became of the invoice of a job that is done. Nothing here uses the network, the clock or a database.
import { money, shortDay } from "../format.ts";
import { jobs as words } from "../words.ts";

export type AccountInvoice = Invoice & {account: ShownAccount};

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
    return (invoice && ofInvoice(invoice)) || status;
  };
}

const keyOf = ({ job, account }: AccountJob) => `${account.name} ${job.jobId}`;

/** The state line of the row tells of an invoice on its way. */
const ofItem = ({ state }: Item) => (state === "refused" ? words.invoiceRefused : null);

function ofInvoice({ status, amount, history = [] }: AccountInvoice) {
  const at = history.filter((event) => event.status === status).at(-1)?.at;
  if (status === "paid") return words.paid(amount === null ? null : money(amount));
  if (status === "authorised") return words.authorised(at ? shortDay(at) : null);
  return words.invoiceStates[status ?? ""] ?? null;
}
