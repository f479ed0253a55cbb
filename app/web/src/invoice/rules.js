// The rules for an invoice, field by field: the portal's own rules (app/financial/schemas.py), checked while people write.
import { count, day, money, size, today } from "../format.js";
import { limitsOf } from "../limits.js";
import { normalise, textProblem } from "../text-rules.js";

const DAY_MS = 86_400_000;
const PDF_START = "%PDF-";
const POUNDS = /^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/;
const FINER_THAN_PENCE = /\.\d\d\d*[1-9]/;

/** The fields that every agency requires. An agency's `invoice.required` names further ones. */
const ALWAYS_REQUIRED = ["amount", "description", "invoiceDate"];

/**
 * Return whether an invoice must have a field.
 *
 * @param {InvoiceField | "document"} name
 * @param {Agency | null} agency
 * @param {string | null} jobId the job of the invoice
 */
export function isRequired(name, agency, jobId) {
  const { required = [], link = null } = agency?.invoice ?? {};
  return [...ALWAYS_REQUIRED, ...required].includes(name) || (name === "statementId" && !jobId && link === "job_or_statement");
}

/**
 * Return whether an invoice can name a pending statement, and the person can see these statements.
 *
 * @param {Agency} agency
 */
export function takesStatement(agency) {
  const { required = [], link } = agency?.invoice ?? {};
  const hasField = link === "job_or_statement" || required.includes("statementId");
  return hasField && agency.offers.includes("statements.pending");
}

/** Return the earliest and the latest date of an invoice, on London's calendar. */
export function dateLimits(now = new Date(), limits = limitsOf()) {
  const [year, ...monthAndDay] = today(now).split("-");
  const oldest = [Number(year) - limits.invoiceYearsBack, ...monthAndDay].join("-").replace("-02-29", "-02-28");
  return { oldest, latest: new Date(Date.parse(today(now)) + limits.invoiceDaysAhead * DAY_MS).toISOString().slice(0, 10) };
}

/**
 * Return an amount that a person wrote, such as "£1,234.50", as a number, or NaN.
 *
 * @param {string} text
 */
export function pounds(text) {
  const number = text.trim().replace(/^£\s*/, "");
  return POUNDS.test(number) ? Number(number.replaceAll(",", "")) : NaN;
}

/**
 * Return whether the person may still be typing the beginning of a correct text.
 *
 * @param {InvoiceField} name
 * @param {string} text
 */
export const isUnfinished = (name, text) => (name === "amount" ? /^[£\s0.]*$/ : /^\s*$/).test(text);

/** @typedef {{values: InvoiceTexts, document: DraftDocument | null, limits: Limits}} CheckedInvoice */

/** @type {Record<InvoiceField, (text: string, invoice: CheckedInvoice) => string | null>} */
const CHECKS = {
  amount: (text, { limits }) =>
    poundsProblem(text, "The amount", limits) ?? (pounds(text) === 0 ? "The amount must be more than £0." : null),
  vat: (text, { values, limits }) =>
    poundsProblem(text, "VAT", limits) ?? (pounds(text) > pounds(values.amount) ? "VAT cannot be more than the amount." : null),
  description: (text, { document, limits }) => textProblem(text, limits.descriptionCharacters, { inForm: Boolean(document) }),
  invoiceNumber: (text, { limits }) => textProblem(text, limits.invoiceNumberCharacters),
  invoiceDate: (text, { limits }) => {
    const { oldest, latest } = dateLimits(new Date(), limits);
    const ahead = limits.invoiceDaysAhead === 1 ? "tomorrow" : `${count(limits.invoiceDaysAhead, "day")} ahead`;
    if (text > latest) return `The date can be ${ahead} at the latest, ${day(latest)}.`;
    return text < oldest ? `The date can be ${count(limits.invoiceYearsBack, "year")} ago at most, ${day(oldest)}.` : null;
  },
  statementId: () => null,
};

const MISSING = {
  amount: "Please enter the amount.",
  vat: "Please enter the VAT: your agency requires it. Without VAT, enter 0.",
  description: "Please say what the invoice is for.",
  invoiceNumber: "Please enter your invoice number: your agency requires it.",
  invoiceDate: "Please enter the date of the invoice.",
  statementId: "Please choose the statement that it is for.",
  document: "Please attach the invoice as a PDF: your agency requires it.",
};

/**
 * @param {string} text
 * @param {string} noun
 * @param {Limits} limits
 */
function poundsProblem(text, noun, limits) {
  const value = pounds(text);
  if (Number.isNaN(value)) return `${noun} must be in pounds and pence, such as 120.50.`;
  if (FINER_THAN_PENCE.test(text.trim())) return `${noun} can have no more than two decimals.`;
  return value > limits.amountMost ? `${noun} can be ${money(limits.amountMost)} at most.` : null;
}

/**
 * Return the problems of an invoice, a sentence for each wrong field.
 *
 * @param {InvoiceTexts} values
 * @param {DraftDocument | null} document
 * @param {Agency | null} agency
 * @param {string | null} jobId
 */
export function problemsOf(values, document, agency, jobId) {
  /** @type {InvoiceProblems} */
  const problems = {};
  const invoice = { values, document, limits: limitsOf(agency) };
  for (const name of /** @type {InvoiceField[]} */ (Object.keys(CHECKS))) {
    const text = values[name] ?? "";
    const missing = isRequired(name, agency, jobId) ? MISSING[name] : null;
    const problem = text.trim() === "" ? missing : CHECKS[name](text, invoice);
    if (problem) problems[name] = problem;
  }
  if (!document && isRequired("document", agency, jobId)) problems.document = MISSING.document;
  return problems;
}

/**
 * Return why a file cannot be the PDF of an invoice, as far as a phone can tell, or null. Reject if it cannot be read.
 *
 * @param {File} file
 * @param {Limits} limits
 */
export async function documentProblem(file, limits) {
  if (file.size > limits.documentBytes) return `The PDF can have ${size(limits.documentBytes)} at most.`;
  return (await file.slice(0, PDF_START.length).text()) === PDF_START ? null : "This file is not a PDF. Please choose a PDF.";
}

/**
 * Return the invoice to be sent for values without problems.
 *
 * @param {InvoiceTexts} values
 * @param {string | null} jobId
 */
export function contentOf(values, jobId) {
  const fields = {
    jobId,
    statementId: values.statementId,
    amount: pounds(values.amount),
    vat: values.vat.trim() && pounds(values.vat),
    description: normalise(values.description),
    invoiceDate: values.invoiceDate,
    invoiceNumber: normalise(values.invoiceNumber),
  };
  const content = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== "" && value !== null));
  return /** @type {InvoiceContent} */ (/** @type {unknown} */ (content));
}

/**
 * Return the texts of the form for an invoice of the outbox.
 *
 * @param {InvoiceContent} content
 */
export function textsOf({ amount, vat, ...texts }) {
  /** @param {number | undefined} number */
  const pence = (number) => (typeof number === "number" ? number.toFixed(2) : "");
  const fields = { amount: pence(amount), vat: pence(vat), ...texts };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value ?? ""]));
}
