// Sums of amounts and periods of dates. Amounts are pounds, dates are YYYY-MM-DD, and nothing here reads the clock.

const MAX_MONTHS = 12;

/**
 * Return the sum, to the penny. A missing amount counts as 0.
 *
 * @param {(number | null | undefined)[]} amounts
 */
export const sum = (amounts) =>
  amounts.map((amount) => Math.round((amount ?? 0) * 100)).reduce((total, pence) => total + pence, 0) / 100;

/**
 * Return a test of whether a date lies within two dates, inclusive. Without any limit, a missing date passes, too.
 *
 * @param {string} from
 * @param {string} to
 */
export const within = (from, to) => (/** @type {string | null | undefined} */ date) =>
  (!from && !to) || Boolean(date && date >= (from || date) && date <= (to || date));

/**
 * Return the amounts by month, the oldest first and without gaps. There are at most twelve months, and before them one row
 * with `month` null for everything earlier. Entries without a date are left out.
 *
 * @param {{date?: string | null, amount: number | null}[]} entries
 */
export function byMonth(entries) {
  /** @type {Map<string, number>} */
  const months = new Map();
  for (const { date, amount } of entries) {
    const month = date?.slice(0, 7);
    if (month) months.set(month, sum([months.get(month), amount]));
  }
  const sorted = [...months.keys()].sort();
  if (!sorted.length) return [];
  const shown = [sorted[sorted.length - 1]];
  while (shown.length < MAX_MONTHS && shown[0] > sorted[0]) shown.unshift(monthBefore(shown[0]));
  /** @type {{month: string | null, amount: number}[]} */
  const rows = shown.map((month) => ({ month, amount: months.get(month) ?? 0 }));
  const earlier = sorted.filter((month) => month < shown[0]);
  return earlier.length ? [{ month: null, amount: sum(earlier.map((month) => months.get(month))) }, ...rows] : rows;
}

/**
 * Return the periods that people choose by name, as [from, to]. An empty text stands for no limit.
 *
 * @param {string} today
 * @returns {Record<string, [string, string]>}
 */
export function namedPeriods(today) {
  const month = today.slice(0, 7);
  const year = Number(today.slice(0, 4)) - (today.slice(5) < "04-06" ? 1 : 0);
  return {
    "All dates": ["", ""],
    "This month": [`${month}-01`, lastDayOf(month)],
    "Last month": [`${monthBefore(month)}-01`, lastDayOf(monthBefore(month))],
    "This tax year": [`${year}-04-06`, `${year + 1}-04-05`],
    "Last tax year": [`${year - 1}-04-06`, `${year}-04-05`],
  };
}

/** @param {string} month */
function monthBefore(month) {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 2)).toISOString().slice(0, 7);
}

/** @param {string} month */
function lastDayOf(month) {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
