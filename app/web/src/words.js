// Dates, times, money and counts as they are written in the UK. The API's moments carry their offset; days have none.

const LONDON = "Europe/London";
const format = (options) => new Intl.DateTimeFormat("en-GB", { timeZone: LONDON, ...options });
const DAY = format({ day: "numeric", month: "long", year: "numeric" });
const MONTH = format({ month: "short", year: "numeric" });
const CLOCK = format({ hour: "2-digit", minute: "2-digit" });
const SORTABLE = new Intl.DateTimeFormat("sv-SE", { timeZone: LONDON });
const POUNDS = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP" });
const DAY_MS = 86_400_000;

/** The date on London's calendar at a moment, as YYYY-MM-DD. */
export const today = (now = new Date()) => SORTABLE.format(now);

/** 5 November 2026, of a moment or of YYYY-MM-DD. */
export const day = (text) => DAY.format(new Date(text));

/** Nov 2026, of YYYY-MM. */
export const month = (text) => MONTH.format(new Date(`${text}-01`));

/** 09:12 today, else 5 November 2026, 09:12. */
export function moment(text, now = new Date()) {
  const time = new Date(text);
  return SORTABLE.format(time) === SORTABLE.format(now) ? CLOCK.format(time) : `${DAY.format(time)}, ${CLOCK.format(time)}`;
}

/** £1,234.50 */
export const money = (pounds) => POUNDS.format(pounds);

/** 1 job, 2 jobs. */
export const count = (number, one, several = `${one}s`) => `${number.toLocaleString("en-GB")} ${number === 1 ? one : several}`;

/** How long ago a moment was, in the largest unit: today, yesterday, 3 days ago, 2 weeks ago, 5 months ago, 2 years ago. */
export function age(text, now = new Date()) {
  const days = Math.round((midnight(now) - midnight(new Date(text))) / DAY_MS);
  if (days < 1) return "today";
  if (days === 1) return "yesterday";
  if (days < 14) return `${days} days ago`;
  if (days < 60) return `${Math.floor(days / 7)} weeks ago`;
  if (days < 730) return `${Math.round(days / 30.44)} months ago`;
  return `${Math.round(days / 365.25)} years ago`;
}

const midnight = (time) => Date.parse(SORTABLE.format(time));

/** 340 KB, 2.1 MB: a file's size. */
export const size = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`);
