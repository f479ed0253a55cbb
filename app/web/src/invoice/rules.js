// What an invoice has to be, field by field: the portal's own rules (app/financial/schemas.py), told while one writes.
import { plain, wrongText } from "../text.js";
import { day, money, today } from "../words.js";

const MOST = 1_000_000;
const LONGEST = { description: 2_000, invoiceNumber: 50 };
const OLDEST_YEARS = 6;
const DAY_MS = 86_400_000;
const LARGEST = 10 * 1024 * 1024;
const PDF = "%PDF-";
const POUNDS = /^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/;
const FINER_THAN_PENCE = /\.\d\d\d*[1-9]/;

/** What every agency requires; `agency`.invoice.required says what this one does. */
const ALWAYS = ["amount", "description", "invoiceDate"];

/** Whether an invoice must have the field of this name; `jobId`: that of the job it is for, or null. */
export function isRequired(name, agency, jobId) {
  const { required = [], link } = agency?.invoice ?? {};
  return [...ALWAYS, ...required].includes(name) || (name === "statementId" && !jobId && link === "job_or_statement");
}

/** Whether an invoice can name a pending statement that it is for, and people can see which there are. */
export function takesStatement(agency) {
  const { required = [], link } = agency?.invoice ?? {};
  const isTaken = link === "job_or_statement" || required.includes("statementId");
  return isTaken && agency.offers.includes("statements.pending");
}

/** The earliest and the latest date an invoice can have, on London's calendar. */
export function dates(now = new Date()) {
  const [year, ...rest] = today(now).split("-");
  const oldest = [year - OLDEST_YEARS, ...rest].join("-").replace("-02-29", "-02-28");
  return { oldest, latest: new Date(Date.parse(today(now)) + DAY_MS).toISOString().slice(0, 10) };
}

/** What people write as pounds, such as "£1,234.50", as a number; NaN if it is none. */
export function pounds(text) {
  const plain = text.trim().replace(/^£\s*/, "");
  return POUNDS.test(plain) ? Number(plain.replaceAll(",", "")) : NaN;
}

/** Whether nothing is wrong with a text yet that more typing would not put right. */
export const isUnfinished = (name, text) => (name === "amount" ? /^[£\s0.]*$/ : /^\s*$/).test(text);

const CHECKS = {
  amount: (text) =>
    wrongPounds(text, "The amount") ?? (pounds(text) === 0 ? "The amount must be more than £0." : null),
  vat: (text, { amount }) =>
    wrongPounds(text, "VAT") ?? (pounds(text) > pounds(amount) ? "VAT cannot be more than the amount." : null),
  description: (text, _, document) => wrongText(text, LONGEST.description, { inForm: Boolean(document) }),
  invoiceNumber: (text) => wrongText(text, LONGEST.invoiceNumber),
  invoiceDate: (text) => {
    const { oldest, latest } = dates();
    if (text > latest) return `The date can be tomorrow at the latest, ${day(latest)}.`;
    return text < oldest ? `The date can be six years ago at most, ${day(oldest)}.` : null;
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

function wrongPounds(text, what) {
  const value = pounds(text);
  if (Number.isNaN(value)) return `${what} must be in pounds and pence, such as 120.50.`;
  if (FINER_THAN_PENCE.test(text.trim())) return `${what} can have no more than two decimals.`;
  return value > MOST ? `${what} can be ${money(MOST)} at most.` : null;
}

/** What is wrong with each field, as {name: sentence}; nothing for those that are right. */
export function problems(values, document, agency, jobId) {
  const found = {};
  for (const [name, check] of Object.entries(CHECKS)) {
    const text = values[name] ?? "";
    const missing = isRequired(name, agency, jobId) ? MISSING[name] : null;
    const problem = text.trim() === "" ? missing : check(text, values, document);
    if (problem) found[name] = problem;
  }
  if (!document && isRequired("document", agency, jobId)) found.document = MISSING.document;
  return found;
}

/** Why this file cannot be the invoice's PDF, as far as a phone can tell, or null. Rejects if it cannot be read. */
export async function wrongDocument(file) {
  if (file.size > LARGEST) return "The PDF can have 10 MB at most.";
  return (await file.slice(0, PDF.length).text()) === PDF ? null : "This file is not a PDF. Please choose a PDF.";
}

/** What is sent of values that have no problem. */
export function contentOf(values, jobId) {
  const given = {
    jobId,
    statementId: values.statementId,
    amount: pounds(values.amount),
    vat: values.vat.trim() && pounds(values.vat),
    description: plain(values.description),
    invoiceDate: values.invoiceDate,
    invoiceNumber: plain(values.invoiceNumber),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== "" && value !== null));
}

/** The texts of the form for what is sent. */
export function textsOf({ amount, vat, ...texts }) {
  const pence = (number) => (typeof number === "number" ? number.toFixed(2) : "");
  const given = { amount: pence(amount), vat: pence(vat), ...texts };
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value ?? ""]));
}
