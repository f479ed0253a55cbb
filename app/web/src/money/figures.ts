// Sums of amounts, months, and tax quarters. Amounts are pounds, dates are YYYY-MM-DD, and nothing here reads the clock.

const PARTS = ["authorised", "agency", "received"] as const;
const WAITING = [...PARTS, "phone"] as PaymentStage[];
const QUARTERS = ["01-06", "04-06", "07-06", "10-06"];

/** Return the sum, to the penny. A missing amount counts as 0. */
export const sum = (amounts: (number | null | undefined)[]) =>
  amounts.map((amount) => Math.round((amount ?? 0) * 100)).reduce((total, pence) => total + pence, 0) / 100;

export const sumOf = (payments: Payment[]) => sum(payments.filter(({ double }) => !double).map(({ amount }) => amount));

/** The longest wait comes first. Without a receipt, the date of the statement or invoice counts. */
export function waitingOf(payments: Payment[]) {
  const since = ({ receivedAt, invoice, statement }: Payment) => Date.parse(receivedAt ?? statement?.date ?? invoice?.invoiceDate ?? "") || Infinity;
  return payments.filter(({ stage }) => WAITING.includes(stage)).sort((first, second) => compare(since(first), since(second)));
}

const compare = (first: number, second: number) => (first === second ? 0 : first - second);

/** An invoice that only this phone has is in none of the three parts. */
export function waitingParts(payments: Payment[]) {
  const [authorised, agency, received] = PARTS.map((part) => sumOf(payments.filter(({ stage }) => stage === part)));
  return { authorised, agency, received, total: sum([authorised, agency, received]) };
}

/** Return the paid payments, the newest first; those without a date come last. */
export const paidOf = (payments: Payment[]) =>
  payments.filter(({ stage }) => stage === "paid").sort((first, second) => (second.paidOn ?? "").localeCompare(first.paidOn ?? ""));

/** Return whether a date lies within two dates, inclusive. An empty text stands for no limit. */
export const within = (from: string, to: string) => (date: string | null) =>
  Boolean(date && date >= (from || date) && date <= (to || date));

/** Payments without a date are in a month "". `payments`: the newest first. */
export function byMonth(payments: Payment[]) {
  const months: Map<string, Payment[]> = new Map();
  for (const payment of payments) {
    const month = payment.paidOn?.slice(0, 7) ?? "";
    months.set(month, [...(months.get(month) ?? []), payment]);
  }
  return [...months].map(([month, ofMonth]) => ({ month, payments: ofMonth, amount: sumOf(ofMonth) }));
}

/** Return a row for each month, also for months without a payment. `months`: the newest first. */
export function withGaps(months: {month: string, amount: number}[]) {
  const amounts = new Map(months.map(({ month, amount }) => [month, amount]));
  const rows = [];
  for (let month = months[0]?.month; month && month >= (months.at(-1) as {month: string}).month; month = monthBefore(month)) {
    rows.push({ month, amount: amounts.get(month) ?? 0 });
  }
  return rows;
}

function monthBefore(month: string) {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 2)).toISOString().slice(0, 7);
}

export const taxYearOf = (date: string) => `${Number(date.slice(0, 4)) - (date.slice(5) < "04-06" ? 1 : 0)}-04-06`;

/** Return the tax quarters that end with that of `today`, the newest first. */
export function taxQuarters(today: string, number = 4) {
  const year = Number(today.slice(0, 4));
  const starts = [year - 2, year - 1, year, year + 1].flatMap((each) => QUARTERS.map((day) => `${each}-${day}`));
  const next = starts.findIndex((start) => start > today);
  const quarters = starts.slice(0, next).map((from, index) => ({ from, to: starts[index + 1].replace(/06$/, "05") }));
  return quarters.reverse().slice(0, number);
}

/**
 * Return how many of the last payments count, and the least and the most days that they took from the portal's receipt.
 * Return null for fewer than three. Only payments with an exact date count.
 */
export function lastDurations(payments: Payment[], daysOf: (payment: Payment) => number | null) {
  const exact = paidOf(payments).filter(({ paidBy }) => paidBy === "payment");
  const days = exact.map(daysOf).filter((each) => each !== null).slice(0, 5);
  return days.length < 3 ? null : { number: days.length, least: Math.min(...days), most: Math.max(...days) };
}
