// What the form of a new invoice begins with: the next number, the VAT as last time, and the purpose.

/** @typedef {"" | "0" | "20" | "5" | "other"} VatRate */

/** The rates of VAT that the person chooses by one tap. "0" stands for no VAT. */
export const RATES = /** @type {const} */ (["0", "20", "5"]);

/**
 * Return the VAT that a total contains at a rate. All amounts are in pounds, the rate is in per cent.
 *
 * @param {number} total
 * @param {number} rate
 */
export const vatIn = (total, rate) => Math.round((Math.round(total * 100) * rate) / (100 + rate)) / 100;

/**
 * Return the rate of an invoice's VAT, "other" if it is none of `RATES`, or "" if the invoice does not state its VAT.
 *
 * @param {Pick<Invoice, "amount" | "vat">} invoice
 * @returns {VatRate}
 */
export function rateOf({ amount, vat }) {
  if (typeof vat !== "number" || typeof amount !== "number") return "";
  return RATES.find((rate) => vatIn(amount, Number(rate)) === vat) ?? "other";
}

const LAST_DIGITS = /\d+(?=\D*$)/;

/**
 * Return the number after an invoice number, such as "H-1043" for "H-1042" or "007/2026 b" for "006/2026 b". Return "" if it
 * has no digit.
 *
 * @param {string} number
 */
export function nextNumber(number) {
  if (!LAST_DIGITS.test(number)) return "";
  return number.replace(LAST_DIGITS, (digits) => String(BigInt(digits) + 1n).padStart(digits.length, "0"));
}

/** @param {string} number */
const patternOf = (number) => number.replace(LAST_DIGITS, "#");

/**
 * Return the last number of the person's own sequence, or "". A person may number the invoices of all agencies in one sequence, or
 * in one for each: numbers of another account count if they have the pattern of this account's last number.
 *
 * @param {{invoiceNumber?: string | null, isOwn: boolean}[]} invoices of all accounts, the newest first
 */
export function lastNumber(invoices) {
  const numbered = invoices.filter(({ invoiceNumber }) => invoiceNumber);
  const model = numbered.find(({ isOwn }) => isOwn) ?? numbered[0];
  const pattern = patternOf(model?.invoiceNumber ?? "");
  return numbered.find(({ invoiceNumber }) => patternOf(invoiceNumber ?? "") === pattern)?.invoiceNumber ?? "";
}

/**
 * Return the VAT rate of the last invoice that states its VAT, if one tap can choose it; else "".
 *
 * @param {Pick<Invoice, "amount" | "vat">[]} invoices the newest first
 * @returns {VatRate}
 */
export function lastRate(invoices) {
  const rate = invoices.map(rateOf).find(Boolean) ?? "";
  return rate === "other" ? "" : rate;
}

/**
 * Return what an invoice of a job is for: "No hot water, 133 Albert Road".
 *
 * @param {string} title
 * @param {string} [address]
 */
export const purposeOf = (title, address = "") => inOneLine([title, address.split(/[,\n]/)[0]].filter(Boolean).join(", "));

/**
 * Return a text without line breaks, as a field of one line shows it.
 *
 * @param {string} text
 */
export const inOneLine = (text) => text.replace(/\s*[\r\n]+\s*/g, " ").trim();
