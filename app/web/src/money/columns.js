// What stands in the files that one can keep of Money.
import { wordsOf } from "../invoice/list.js";
import { words } from "../outbox/states.js";

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
  ["Status", (row) => (row.item ? words(row.item) : wordsOf(row))],
  ["Sent", of("submittedAt")],
  ["Document", ({ document }) => document?.name],
];

export const COLUMNS = { pending: STATEMENT, paid: [...STATEMENT, ["Paid", of("paidAt")]], invoices: INVOICE };
