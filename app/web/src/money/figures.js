// Sums and choices among amounts with a date. Amounts are pounds, dates YYYY-MM-DD; nothing here looks at a clock.

const MOST_MONTHS = 12;

/** The sum, to the penny; what has no amount counts for nothing. */
export const sum = (amounts) => amounts.reduce((pence, amount) => pence + Math.round((amount ?? 0) * 100), 0) / 100;

/** A test of whether a date lies within two others, inclusive; without either, what has no date is in as well. */
export const within = (from, to) => (date) => (!from && !to) || Boolean(date && date >= (from || date) && date <= (to || date));

/**
 * `entries`, {date, amount}, as [{month: "2026-11", amount}], oldest first and without gaps: the newest twelve, and what
 * was before as one with `month` null. What has no date is left out.
 */
export function byMonth(entries) {
  const months = new Map();
  for (const { date, amount } of entries) {
    const month = date?.slice(0, 7);
    if (month) months.set(month, sum([months.get(month), amount]));
  }
  const known = [...months.keys()].sort();
  if (!known.length) return [];
  const shown = [known.at(-1)];
  while (shown.length < MOST_MONTHS && shown[0] > known[0]) shown.unshift(monthBefore(shown[0]));
  const rows = shown.map((month) => ({ month, amount: months.get(month) ?? 0 }));
  const before = known.filter((month) => month < shown[0]);
  return before.length ? [{ month: null, amount: sum(before.map((month) => months.get(month))) }, ...rows] : rows;
}

/** What an account can be looked at by, as {name: [from, to]}; an empty text stands for no bound. */
export function spans(today) {
  const month = today.slice(0, 7);
  const year = Number(today.slice(0, 4)) - (today.slice(5) < "04-06" ? 1 : 0);
  return {
    "All dates": ["", ""],
    "This month": [`${month}-01`, lastOf(month)],
    "Last month": [`${monthBefore(month)}-01`, lastOf(monthBefore(month))],
    "This tax year": [`${year}-04-06`, `${year + 1}-04-05`],
    "Last tax year": [`${year - 1}-04-06`, `${year}-04-05`],
  };
}

function monthBefore(month) {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 2)).toISOString().slice(0, 7);
}

function lastOf(month) {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
