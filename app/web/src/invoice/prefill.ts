// What the form of a new invoice begins with: the next number, the VAT as last time, and the purpose.

export type VatRate = "" | "0" | "20" | "5" | "other";

/** The rates of VAT that the person chooses by one tap. "0" stands for no VAT. */
export const RATES = ["0", "20", "5"] as const;

/** Return the VAT that a total contains at a rate. All amounts are in pounds, the rate is in per cent. */
export const vatIn = (total: number, rate: number) => Math.round((Math.round(total * 100) * rate) / (100 + rate)) / 100;

/**
 * Return the rate of an invoice's VAT, "other" if it is none of `RATES`, or "" if the invoice does not state its VAT.
 */
export function rateOf({ amount, vat }: Pick<Invoice, "amount" | "vat">): VatRate {
  if (typeof vat !== "number" || typeof amount !== "number") return "";
  return RATES.find((rate) => vatIn(amount, Number(rate)) === vat) ?? "other";
}

const LAST_DIGITS = /\d+(?=\D*$)/;

/**
 * Return the number after an invoice number, such as "H-1043" for "H-1042" or "007/2026 b" for "006/2026 b". Return ""
 * if it has no digit.
 */
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

/**
 * Return the VAT rate of the last invoice that states its VAT, if one tap can choose it; else "". `invoices`: the
 * newest first.
 */
export function lastRate(invoices: Pick<Invoice, "amount" | "vat">[]): VatRate {
  const rate = invoices.map(rateOf).find(Boolean) ?? "";
  return rate === "other" ? "" : rate;
}

/** Return what an invoice of a job is for: "No hot water, 133 Albert Road". */
export const purposeOf = (title: string, address: string = "") => inOneLine([title, address.split(/[,\n]/)[0]].filter(Boolean).join(", "));

/** Return a text without line breaks, as a field of one line shows it. */
export const inOneLine = (text: string) => text.replace(/\s*[\r\n]+\s*/g, " ").trim();
