// What became of the invoice of a job that is done. Nothing here uses the network, the clock or a database.
import { money, shortDay } from "../format.js";
import { jobs as words } from "../words.js";

/** @typedef {Invoice & {account: ShownAccount}} AccountInvoice */

/**
 * Return a function that returns what a row says about a job: its invoice, or else its status.
 *
 * @param {AccountInvoice[]} invoices the newest first
 * @param {AccountJob[]} toInvoice
 */
export function outcomesOf(invoices, toInvoice) {
  const open = new Set(toInvoice.map(keyOf));
  /** @type {Map<string, AccountInvoice>} */
  const invoiceOf = new Map();
  for (const invoice of invoices) {
    const key = `${invoice.account.name} ${invoice.jobId}`;
    if (!invoiceOf.has(key)) invoiceOf.set(key, invoice);
  }
  return (/** @type {AccountJob} */ accountJob) => {
    const { status, invoicing } = accountJob.job;
    const invoice = invoiceOf.get(keyOf(accountJob));
    if (invoice?.item) return ofItem(invoice.item) ?? status;
    if (open.has(keyOf(accountJob))) return words.tabs["to-invoice"];
    if (invoicing) return words.marked(invoicing.state, invoicing.invoiceNumber);
    return (invoice && ofInvoice(invoice)) || status;
  };
}

/** @param {AccountJob} accountJob */
const keyOf = ({ job, account }) => `${account.name} ${job.jobId}`;

/**
 * The state line of the row tells of an invoice on its way.
 *
 * @param {Item} item
 */
const ofItem = ({ state }) => (state === "refused" ? words.invoiceRefused : null);

/** @param {AccountInvoice} invoice */
function ofInvoice({ status = "", amount, history = [] }) {
  const at = history.filter((event) => event.status === status).at(-1)?.at;
  if (status === "paid") return words.paid(amount === null ? null : money(amount));
  if (status === "authorised") return words.authorised(at ? shortDay(at) : null);
  return words.invoiceStates[status] ?? null;
}
