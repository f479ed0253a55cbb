// The tabs of the money screen: their resources, their rows, and the columns of their files.
import { useResource } from "../data/resource.js";
import { mergeInvoices, statusLabel } from "../invoice/list.js";
import { stateLabel } from "../outbox/labels.js";
import { account } from "../session.js";

/**
 * @param {keyof MoneyRow} name
 * @returns {MoneyColumn[1]}
 */
const field = (name) => (row) => /** @type {string | number | null | undefined} */ (row[name]);

/** @type {MoneyColumn[]} */
const STATEMENT_COLUMNS = [
  ["Statement", field("statementId")],
  ["Date", field("date")],
  ["Reference", field("reference")],
  ["Description", field("description")],
  ["Job", field("jobId")],
  ["Net", field("net")],
  ["VAT", field("vat")],
  ["Gross", field("gross")],
  ["Commission", field("commission")],
  ["Amount", field("amount")],
  ["Status", field("status")],
];

/** @type {MoneyColumn[]} */
const INVOICE_COLUMNS = [
  ["Invoice", field("invoiceId")],
  ["Date", field("invoiceDate")],
  ["Number", field("invoiceNumber")],
  ["Description", field("description")],
  ["Job", field("jobId")],
  ["Statement", field("statementId")],
  ["Amount", field("amount")],
  ["VAT", field("vat")],
  [
    "Status",
    (row) => (row.item ? stateLabel(row.item, account.value?.agencyName) : statusLabel(/** @type {Invoice} */ (row))),
  ],
  ["Sent", field("submittedAt")],
  ["Document", ({ document }) => document?.name],
];

/** @type {Record<MoneyTabName, MoneyTab>} */
export const TABS = {
  pending: {
    title: "Pending",
    path: "statements/pending",
    needs: ["statements.pending"],
    dateOf: ({ date }) => date,
    counts: () => true,
    totalLabel: "On its way to you",
    emptyText: "Nothing is on its way to you just now.",
    noun: "payment",
    columns: STATEMENT_COLUMNS,
  },
  invoices: {
    title: "Invoices",
    path: "invoices",
    needs: ["invoices.list", "invoices.submit"],
    dateOf: ({ invoiceDate, submittedAt }) => invoiceDate ?? submittedAt?.slice(0, 10),
    counts: ({ status, item }) => status !== "rejected" && item?.state !== "refused",
    totalLabel: "Invoiced",
    emptyText: "No invoice was sent yet. An invoice is sent from its job.",
    noun: "invoice",
    columns: INVOICE_COLUMNS,
  },
  paid: {
    title: "Paid",
    path: "statements/historical",
    needs: ["statements.historical"],
    dateOf: ({ paidAt, date }) => paidAt ?? date,
    counts: () => true,
    totalLabel: "Paid to you",
    emptyText: "Nothing was paid yet.",
    noun: "payment",
    columns: [...STATEMENT_COLUMNS, ["Paid", field("paidAt")]],
  },
};

export const TAB_NAMES = /** @type {MoneyTabName[]} */ (Object.keys(TABS));

/**
 * Return the resource of each tab. The resource is empty if the agency does not offer it.
 *
 * @param {string[]} offers
 * @returns {Record<MoneyTabName, ResourceState>}
 */
export function useTabResources(offers) {
  /** @param {MoneyTab} tab */
  const pathOf = ({ path, needs }) => (offers.includes(needs[0]) ? path : null);
  return {
    pending: useResource(pathOf(TABS.pending)).value,
    invoices: useResource(pathOf(TABS.invoices)).value,
    paid: useResource(pathOf(TABS.paid)).value,
  };
}

/**
 * Return all rows of a tab, or null while they are unknown.
 *
 * @param {MoneyTabName} tab
 * @param {ResourceState} resource
 * @param {Item[]} items of the outbox
 * @returns {MoneyRow[] | null}
 */
export function rowsOf(tab, { body, busy, problem }, items) {
  if (tab !== "invoices") return body?.statements ?? null;
  const rows = mergeInvoices(body?.invoices ?? [], items);
  return body || rows.length || !(busy || problem) ? rows : null;
}
