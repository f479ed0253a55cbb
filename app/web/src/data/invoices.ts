// The invoices that this device knows of: those in the outbox, and those of the portal's lists. No invoice appears twice.
import { outbox } from "../outbox/instance.ts";
import { isSameInvoice } from "../outbox/same-invoice.ts";
import { isUnsent } from "../outbox/states.ts";
import { accountName } from "../session.ts";
import { useAccounts } from "./accounts.ts";
import { useResources } from "./resource.ts";

export type AccountInvoice = Invoice & {account: ShownAccount};

/**
 * Return the invoices of all accounts, the newest first. `isComplete`: the lists of all agencies that offer one are
 * here.
 */
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

const timeOf = ({ submittedAt }: Invoice) => (submittedAt ? Date.parse(submittedAt) : 0);

/**
 * Return the invoices in the outbox, each with its `item`, and then the agency's invoices. `invoices`: of the agency.
 * `items`: of the outbox, of the same account.
 */
export function mergeInvoices(invoices: Invoice[], items: OwnedItem[]): Invoice[] {
  const own = items
    .filter((item) => item.kind === "invoice")
    .filter((item) => isUnsent(item) || !invoices.some((invoice) => isSameInvoice(invoice, item)))
    .reverse()
    .map((item) => ({ ...item.content, document: item.document, submittedAt: new Date(item.addedAt).toISOString(), item }));
  // An invoice that the portal has taken over and still checks is in both lists.
  const isRepeated = (invoice: Invoice) =>
    ["sending", "unconfirmed", "review"].includes(invoice.status ?? "") && own.some(({ item }) => item.state !== "refused" && isSameInvoice(invoice, item));
  return [...own, ...invoices.filter((invoice) => !isRepeated(invoice))];
}

/** Return whether an invoice counts: neither the portal nor the agency has refused it. */
export const isValid = ({ status, item }: Invoice) => status !== "rejected" && item?.state !== "refused";
