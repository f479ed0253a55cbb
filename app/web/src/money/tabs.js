// The kinds of money there are, each a tab: where it is read, what its rows count for, what stands in its file.
import { joined, wordsOf } from "../invoice/list.js";
import { words } from "../outbox/states.js";
import { account } from "../session.js";

const of = (name) => (row) => row[name];

const STATEMENT = [
  ["Statement", of("statementId")],
  ["Date", of("date")],
  ["Reference", of("reference")],
  ["Description", of("description")],
  ["Job", of("jobId")],
  ["Net", of("net")],
  ["VAT", of("vat")],
  ["Gross", of("gross")],
  ["Commission", of("commission")],
  ["Amount", of("amount")],
  ["Status", of("status")],
];

const INVOICE = [
  ["Invoice", of("invoiceId")],
  ["Date", of("invoiceDate")],
  ["Number", of("invoiceNumber")],
  ["Description", of("description")],
  ["Job", of("jobId")],
  ["Statement", of("statementId")],
  ["Amount", of("amount")],
  ["VAT", of("vat")],
  ["Status", (row) => (row.item ? words(row.item, account.value?.agencyName) : wordsOf(row))],
  ["Sent", of("submittedAt")],
  ["Document", ({ document }) => document?.name],
];

/**
 * By name: `title`; `path` of what is read, for agencies that offer the first of `needs`; `dateOf` a row, which dates are
 * chosen by; `counts`: whether it is part of the `total`; `none`: what to say where there is none, `one` what one is
 * called; `columns` of the file.
 */
export const TABS = {
  pending: {
    title: "Pending",
    path: "statements/pending",
    needs: ["statements.pending"],
    dateOf: ({ date }) => date,
    counts: () => true,
    total: "On its way to you",
    none: "Nothing is on its way to you just now.",
    one: "payment",
    columns: STATEMENT,
  },
  invoices: {
    title: "Invoices",
    path: "invoices",
    needs: ["invoices.list", "invoices.submit"],
    dateOf: ({ invoiceDate, submittedAt }) => invoiceDate ?? submittedAt?.slice(0, 10),
    counts: ({ status, item }) => status !== "rejected" && item?.state !== "refused",
    total: "Invoiced",
    none: "No invoice was sent yet. An invoice is sent from its job.",
    one: "invoice",
    columns: INVOICE,
  },
  paid: {
    title: "Paid",
    path: "statements/historical",
    needs: ["statements.historical"],
    dateOf: ({ paidAt, date }) => paidAt ?? date,
    counts: () => true,
    total: "Paid to you",
    none: "Nothing was paid yet.",
    one: "payment",
    columns: [...STATEMENT, ["Paid", of("paidAt")]],
  },
};

/** All rows of a tab, or null while they are not known; `kept`: the outbox, which is known in any case. */
export function rowsOf(tab, { body, busy, problem }, kept) {
  if (tab !== "invoices") return body?.statements ?? null;
  const rows = joined(body?.invoices ?? [], kept);
  return body || rows.length || !(busy || problem) ? rows : null;
}
