// Formats dates, times, money, counts and sizes as people in the UK write them. Times of the API carry their offset;
// dates have none.

const LONDON = "Europe/London";
/** @param {Intl.DateTimeFormatOptions} options */
const formatter = (options) => new Intl.DateTimeFormat("en-GB", { timeZone: LONDON, ...options });
const DAY = formatter({ day: "numeric", month: "long", year: "numeric" });
const MONTH = formatter({ month: "short", year: "numeric" });
const CLOCK = formatter({ hour: "2-digit", minute: "2-digit" });
const SORTABLE = new Intl.DateTimeFormat("sv-SE", { timeZone: LONDON });
const POUNDS = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP" });
const DAY_MS = 86_400_000;
const [KB, MB] = [1024, 1024 * 1024]; // as the portal counts: a PDF can have 10 MB

/** Return the date on London's calendar, as YYYY-MM-DD. */
export const today = (now = new Date()) => SORTABLE.format(now);

/**
 * Return a time, or a date YYYY-MM-DD, as "5 November 2026".
 *
 * @param {string | number} time
 */
export const day = (time) => DAY.format(new Date(time));

/**
 * Return a month YYYY-MM as "Nov 2026".
 *
 * @param {string} text
 */
export const month = (text) => MONTH.format(new Date(`${text}-01`));

/**
 * Return a time of today as "09:12", any other as "5 November 2026, 09:12".
 *
 * @param {string | number} time
 */
export function dateTime(time, now = new Date()) {
  const date = new Date(time);
  return SORTABLE.format(date) === SORTABLE.format(now) ? CLOCK.format(date) : `${DAY.format(date)}, ${CLOCK.format(date)}`;
}

/**
 * Return an amount as "£1,234.50".
 *
 * @param {number} pounds
 */
export const money = (pounds) => POUNDS.format(pounds);

/**
 * Return a number with its noun: "1 job", "2 jobs".
 *
 * @param {number} number
 * @param {string} singular
 */
export const count = (number, singular, plural = `${singular}s`) =>
  `${number.toLocaleString("en-GB")} ${number === 1 ? singular : plural}`;

/**
 * Return how long ago a time was, in the largest unit: "today", "yesterday", "3 days ago", "2 weeks ago", "5 months ago".
 *
 * @param {string | number | Date} time
 */
export function age(time, now = new Date()) {
  const days = Math.round((midnight(now) - midnight(new Date(time))) / DAY_MS);
  if (days < 1) return "today";
  if (days === 1) return "yesterday";
  if (days < 14) return `${days} days ago`;
  if (days < 60) return `${Math.floor(days / 7)} weeks ago`;
  if (days < 730) return `${Math.round(days / 30.44)} months ago`;
  return `${Math.round(days / 365.25)} years ago`;
}

/** @param {Date} time */
const midnight = (time) => Date.parse(SORTABLE.format(time));

/**
 * Return the size of a file as "340 KB" or "2.1 MB".
 *
 * @param {number} bytes
 */
export const size = (bytes) => (bytes < MB ? `${Math.ceil(bytes / KB)} KB` : `${Number((bytes / MB).toFixed(1))} MB`);
