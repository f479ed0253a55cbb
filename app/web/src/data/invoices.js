// The invoices that this device knows of: those in the outbox, and those of the portal's lists. No invoice appears twice.
import { outbox } from "../outbox/instance.js";
import { isUnsent } from "../outbox/states.js";
import { accountName } from "../session.js";
import { useAccounts } from "./accounts.js";
import { useResources } from "./resource.js";

/** @typedef {Invoice & {account: ShownAccount}} AccountInvoice */

/** Return the invoices of all accounts, the newest first. `isComplete`: the lists of all agencies that offer one are here. */
export function useInvoices() {
  const accounts = useAccounts();
  const offering = accounts.filter(({ agency }) => agency?.offers.includes("invoices.list"));
  const lists = useResources(offering.map(({ owner }) => owner), "invoices");
  const invoices = accounts.flatMap((account) => {
    const list = lists[offering.indexOf(account)]?.body?.invoices ?? [];
    const items = (outbox.items.value ?? []).filter(({ owner }) => accountName(owner) === account.name);
    return mergeInvoices(list, items).map((invoice) => ({ ...invoice, account }));
  });
  return {
    invoices: invoices.sort((first, second) => timeOf(second) - timeOf(first)),
    isComplete: lists.every(({ body }) => body),
  };
}

/** @param {Invoice} invoice */
const timeOf = ({ submittedAt }) => (submittedAt ? Date.parse(submittedAt) : 0);

/**
 * Return the invoices in the outbox, each with its `item`, and then the agency's invoices.
 *
 * @param {Invoice[]} invoices of the agency
 * @param {OwnedItem[]} items of the outbox, of the same account
 * @returns {Invoice[]}
 */
export function mergeInvoices(invoices, items) {
  const own = items
    .filter((item) => item.kind === "invoice")
    .filter((item) => isUnsent(item) || !invoices.some((invoice) => isSame(invoice, item)))
    .reverse()
    .map((item) => ({ ...item.content, document: item.document, submittedAt: new Date(item.addedAt).toISOString(), item }));
  // An invoice that the portal has taken over and still checks is in both lists.
  /** @param {Invoice} invoice */
  const isRepeated = (invoice) =>
    ["sending", "unconfirmed", "review"].includes(invoice.status ?? "") && own.some(({ item }) => isSame(invoice, item));
  return [...own, ...invoices.filter((invoice) => !isRepeated(invoice))];
}

/**
 * Return whether an invoice of the agency's list is that of an item.
 *
 * @param {Invoice} invoice
 * @param {Item & {kind: "invoice"}} item
 */
export function isSame(invoice, { jobId, content, result, submissionId, state }) {
  if (state === "refused") return false;
  if (submissionId && invoice.submissionId) return submissionId === invoice.submissionId;
  if (result?.invoiceId && invoice.invoiceId) return result.invoiceId === invoice.invoiceId;
  const { amount, invoiceNumber = null, invoiceDate } = content;
  return (
    (invoice.jobId ?? null) === jobId &&
    invoice.amount === amount &&
    (invoice.invoiceNumber ?? null) === invoiceNumber &&
    invoice.invoiceDate === invoiceDate
  );
}

/**
 * Return whether an invoice counts: neither the portal nor the agency has refused it.
 *
 * @param {Invoice} invoice
 */
export const isValid = ({ status, item }) => status !== "rejected" && item?.state !== "refused";
