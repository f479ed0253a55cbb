// The rules for an invoice, field by field: the portal's own rules (app/financial/schemas.py), checked while people write. And what
// the form of a new invoice begins with: the next number, the VAT as last time, and the purpose.
import { day, money, size, today } from "../format.ts";
import { limitsOf } from "../limits.ts";
import { normalise, textProblem } from "../text-rules.ts";
import { invoiceProblems as words } from "../words.ts";

const DAY_MS = 86_400_000;
const PDF_START = "%PDF-";
const POUNDS = /^(?=.*\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/;
const FINER_THAN_PENCE = /\.\d\d\d*[1-9]/;

/** The fields that every agency requires. An agency's `invoice.required` names further ones. */
const ALWAYS_REQUIRED = ["amount", "description", "invoiceDate"];

export function isRequired(name: InvoiceField | "document", agency: Agency | null, jobId: string | null) {
  const { required = [], link = null } = agency?.invoice ?? {};
  return [...ALWAYS_REQUIRED, ...required].includes(name) || (name === "statementId" && !jobId && link === "job_or_statement");
}

/** Return whether an invoice can name a pending statement, and the person can see these statements. */
export function takesStatement(agency: Agency) {
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

/** Return an amount that a person wrote, such as "£1,234.50", as a number, or NaN. */
export function pounds(text: string) {
  const number = text.trim().replace(/^£\s*/, "");
  return POUNDS.test(number) ? Number(number.replaceAll(",", "")) : NaN;
}

export const isUnfinished = (name: InvoiceField, text: string) => (name === "amount" ? /^[£\s0.]*$/ : /^\s*$/).test(text);

/** Return the VAT of the form as a text: worked out from the total for a rate, else as the person wrote it. */
export function vatText({ amount = "", vat = "", vatRate = "" }: Partial<InvoiceTexts>) {
  if (!isRate(vatRate)) return vat;
  const total = pounds(amount);
  return Number.isNaN(total) ? "" : vatIn(total, Number(vatRate)).toFixed(2);
}

const isRate = (vatRate: string) => (RATES as readonly string[]).includes(vatRate);

type CheckedInvoice = {values: InvoiceTexts, document: DraftDocument | null, limits: Limits, now: Date};

const CHECKS: Record<InvoiceField, (text: string, invoice: CheckedInvoice) => string | null> = {
  amount: (text, { limits }) =>
    poundsProblem(text, words.amountNoNumber, words.amountTooFine, limits) ?? (pounds(text) === 0 ? words.amountZero : null),
  vat: (text, { values, limits }) =>
    poundsProblem(text, words.vatNoNumber, words.vatTooFine, limits) ??
    (pounds(text) > pounds(values.amount) ? words.vatTooLarge : null),
  description: (text, { document, limits }) => textProblem(text, limits.descriptionCharacters, { inForm: Boolean(document) }),
  invoiceNumber: (text, { limits }) => textProblem(text, limits.invoiceNumberCharacters),
  invoiceDate: (text, { limits, now }) => {
    const { oldest, latest } = dateLimits(now, limits);
    if (text > latest) return words.dateTooLate(limits.invoiceDaysAhead, day(latest));
    return text < oldest ? words.dateTooOld(limits.invoiceYearsBack, day(oldest)) : null;
  },
  statementId: () => null,
};

function poundsProblem(text: string, noNumber: string, tooFine: string, limits: Limits) {
  const value = pounds(text);
  if (Number.isNaN(value)) return noNumber;
  if (FINER_THAN_PENCE.test(text.trim())) return tooFine;
  return value > limits.amountMost ? words.amountTooLarge(money(limits.amountMost)) : null;
}

/** Return the problems of an invoice, a sentence for each wrong field. `now`: by the portal's clock. */
export function problemsOf(values: InvoiceTexts, document: DraftDocument | null, agency: Agency | null, jobId: string | null, now = new Date()) {
  const problems: InvoiceProblems = {};
  const invoice = { values, document, limits: limitsOf(agency), now };
  for (const name of (Object.keys(CHECKS) as InvoiceField[])) {
    if (name === "vat" && isRate(values.vatRate)) continue; // it is right as soon as the amount is
    const text = values[name] ?? "";
    const missing = isRequired(name, agency, jobId) ? words.missing[name] : null;
    const problem = text.trim() === "" ? missing : CHECKS[name](text, invoice);
    if (problem) problems[name] = problem;
  }
  if (!document && isRequired("document", agency, jobId)) problems.document = words.missing.document;
  return problems;
}

/** Return why a file cannot be the PDF of an invoice, or null. Reject if it cannot be read. */
export async function documentProblem(file: File, limits: Limits) {
  if (file.size > limits.documentBytes) return words.documentTooLarge(size(limits.documentBytes));
  return (await file.slice(0, PDF_START.length).text()) === PDF_START ? null : words.noPdf;
}

export function contentOf(values: InvoiceTexts, jobId: string | null) {
  const vat = vatText(values).trim();
  const fields = {
    jobId,
    statementId: values.statementId,
    amount: pounds(values.amount),
    vat: vat && pounds(vat),
    description: normalise(values.description),
    invoiceDate: values.invoiceDate,
    invoiceNumber: normalise(values.invoiceNumber),
  };
  const content = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== "" && value !== null));
  return content as unknown as InvoiceContent;
}

export function textsOf({ amount, vat, ...texts }: InvoiceContent) {
  const fields = { amount: pence(amount), vat: pence(vat), vatRate: rateOf({ amount, vat }), ...texts };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value ?? ""]));
}

/** Return an amount as a text of the form, or "". */
export const pence = (number: number | null | undefined) => (typeof number === "number" ? number.toFixed(2) : "");

export type VatRate = "" | "0" | "20" | "5" | "other";

/** The rates of VAT that the person chooses by one tap. "0" stands for no VAT. */
export const RATES = ["0", "20", "5"] as const;

/** Return the VAT that a total contains at a rate. All amounts are in pounds, the rate is in per cent. */
export const vatIn = (total: number, rate: number) => Math.round((Math.round(total * 100) * rate) / (100 + rate)) / 100;

/** Return "other" if the rate is none of `RATES`, or "" if the invoice does not state its VAT. */
export function rateOf({ amount, vat }: Pick<Invoice, "amount" | "vat">): VatRate {
  if (typeof vat !== "number" || typeof amount !== "number") return "";
  return RATES.find((rate) => vatIn(amount, Number(rate)) === vat) ?? "other";
}

const LAST_DIGITS = /\d+(?=\D*$)/;

/** Return "H-1043" for "H-1042", "007/2026 b" for "006/2026 b", and "" for a number without a digit. */
export function nextNumber(number: string) {
  if (!LAST_DIGITS.test(number)) return "";
  return number.replace(LAST_DIGITS, (digits) => String(BigInt(digits) + 1n).padStart(digits.length, "0"));
}

const patternOf = (number: string) => number.replace(LAST_DIGITS, "#");

/**
 * Return the last number of the person's own sequence, or "". A person may number the invoices of all agencies in one
 * sequence, or in one for each: numbers of another account count if they have the pattern of this account's last
 * number. `invoices`: of all accounts, the newest first.
 */
export function lastNumber(invoices: {invoiceNumber?: string | null, isOwn: boolean}[]) {
  const numbered = invoices.filter(({ invoiceNumber }) => invoiceNumber);
  const model = numbered.find(({ isOwn }) => isOwn) ?? numbered[0];
  const pattern = patternOf(model?.invoiceNumber ?? "");
  return numbered.find(({ invoiceNumber }) => patternOf(invoiceNumber ?? "") === pattern)?.invoiceNumber ?? "";
}

/** Return the rate of the last invoice that states its VAT, if one tap can choose it; else "". `invoices`: the newest first. */
export function lastRate(invoices: Pick<Invoice, "amount" | "vat">[]): VatRate {
  const rate = invoices.map(rateOf).find(Boolean) ?? "";
  return rate === "other" ? "" : rate;
}

/** Return what an invoice of a job is for: "No hot water, 133 Albert Road". */
export const purposeOf = (title: string, address?: string | null) => inOneLine([title, address?.split(/[,\n]/)[0]].filter(Boolean).join(", "));

export const inOneLine = (text: string) => text.replace(/\s*[\r\n]+\s*/g, " ").trim();
