// Formats dates, times, money, counts and sizes as people in the UK write them. Times of the API carry their offset;
// dates have none.

const LONDON = "Europe/London";
const formatter = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat("en-GB", { timeZone: LONDON, ...options });
const DAY = formatter({ day: "numeric", month: "long", year: "numeric" });
const SHORT_DAY = formatter({ day: "numeric", month: "short" });
const SHORT_DAY_AND_YEAR = formatter({ day: "numeric", month: "short", year: "numeric" });
const WEEKDAY = formatter({ weekday: "short" });
const TODAY = formatter({ weekday: "long", day: "numeric", month: "long" });
const SHORT_MONTH = formatter({ month: "short" });
const LONG_MONTH = formatter({ month: "long" });
const LONG_MONTH_AND_YEAR = formatter({ month: "long", year: "numeric" });
const CLOCK = formatter({ hour: "2-digit", minute: "2-digit" });
const EXACT_CLOCK = formatter({ hour: "2-digit", minute: "2-digit", second: "2-digit" });
const SORTABLE = new Intl.DateTimeFormat("sv-SE", { timeZone: LONDON });
const POUNDS = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP" });
const LIST = new Intl.ListFormat("en-GB");
const DAY_MS = 86_400_000;
const WEEKS_FROM_DAYS = 56;
const [KB, MB] = [1024, 1024 * 1024]; // as the portal counts: a PDF can have 10 MB

/** Return the date on London's calendar, as YYYY-MM-DD. */
export const today = (now = new Date()) => SORTABLE.format(now);

/** Return a time, or a date YYYY-MM-DD, as "5 November 2026". */
export const day = (time: string | number) => DAY.format(new Date(time));

/** Return a month YYYY-MM as "Nov". */
export const shortMonth = (text: string) => SHORT_MONTH.format(new Date(`${text}-01`));

/** Return the month of a time as "November", in another year as "November 2025". */
export function monthHeading(time: string | number, now = new Date()) {
  const date = new Date(time);
  const isThisYear = today(date).slice(0, 4) === today(now).slice(0, 4);
  return (isThisYear ? LONG_MONTH : LONG_MONTH_AND_YEAR).format(date);
}

/** Return today as "Thursday 26 November". */
export const dayOfWeek = (now = new Date()) => TODAY.format(now).replace(",", "");

/**
 * Return a time of today as "11:04", of this week as "Tue 17:34", of this year as "24 Nov", any other as "24 Nov 2025".
 */
export function clock(time: string | number, now = new Date()) {
  const date = new Date(time);
  const days = daysBetween(date, now);
  if (days === 0) return CLOCK.format(date);
  if (days > 0 && days < 7) return `${WEEKDAY.format(date)} ${CLOCK.format(date)}`;
  return shortDay(time, now);
}

/** Return a time within a sentence: "today 11:04", "Tue 17:34", "24 Nov". */
export const when = (time: string | number, now = new Date()) =>
  daysBetween(new Date(time), now) === 0 ? `today ${clock(time, now)}` : clock(time, now);

/** Return a text with a capital letter at its beginning. */
export const capitalised = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Return a time, or a date YYYY-MM-DD, as "24 Nov"; in another year as "24 Nov 2025". */
export function shortDay(time: string | number, now = new Date()) {
  const date = new Date(time);
  const isThisYear = SORTABLE.format(date).slice(0, 4) === SORTABLE.format(now).slice(0, 4);
  return (isThisYear ? SHORT_DAY : SHORT_DAY_AND_YEAR).format(date);
}

/** Return a time, or a date YYYY-MM-DD, as "24 Nov 2026". */
export const dayAndYear = (time: string | number) => SHORT_DAY_AND_YEAR.format(new Date(time));

/** Return the day of a time for the heading of a group: "Today", "Yesterday", "Tuesday", "24 Nov". */
export function dayHeading(time: string | number, now = new Date()) {
  const date = new Date(time);
  const days = daysBetween(date, now);
  if (days === 0) return "Today";
  if (days === 1) return "Yesterday";
  return days > 0 && days < 7 ? formatter({ weekday: "long" }).format(date) : shortDay(time, now);
}

/** Return the time of day as "11:04". */
export const timeOfDay = (time: string | number) => CLOCK.format(new Date(time));

/** Return a time to the second: "26 Nov, 11:58:04". */
export const exactTime = (time: string | number) => `${shortDay(time)}, ${EXACT_CLOCK.format(new Date(time))}`;

/** Return an amount as "£1,234.50". */
export const money = (pounds: number) => POUNDS.format(pounds);

/** Return a number with its noun: "1 job", "2 jobs". */
export const count = (number: number, singular: string, plural = `${singular}s`) =>
  `${number.toLocaleString("en-GB")} ${number === 1 ? singular : plural}`;

/** Return how old a time is: "today", "1 day", "12 days", and from 56 days on "8 weeks". */
export function age(time: string | number | Date, now = new Date()) {
  const days = daysBetween(new Date(time), now);
  if (days < 1) return "today";
  return days < WEEKS_FROM_DAYS ? count(days, "day") : count(Math.floor(days / 7), "week");
}

/** Return the number of days from a date to another, on London's calendar. */
export const daysBetween = (date: Date, now: Date) => Math.round((midnight(now) - midnight(date)) / DAY_MS);

const midnight = (time: Date) => Date.parse(SORTABLE.format(time));

/** Return the size of a file as "340 KB" or "2.1 MB". */
export const size = (bytes: number) => (bytes < MB ? `${Math.ceil(bytes / KB)} KB` : `${Number((bytes / MB).toFixed(1))} MB`);

/** Return names as a list: "Acme, Harbour and Kirk". */
export const joined = (names: string[]) => LIST.format(names);

const RECEIPT_LENGTH = 8;

/** Return the number of a receipt, which people read out: the beginning of the submission's id. */
export const receiptNumber = (submissionId: string) => submissionId.slice(0, RECEIPT_LENGTH).toUpperCase();

const MAX_SHORT_NAME = 12;

/** Return a short name of an agency, at most 12 characters: "Acme" for "Acme Lettings". */
export function shortName(name: string) {
  const words = name.split(/[\s,]+/).filter(Boolean);
  const first = /^(the|a|an)$/i.test(words[0] ?? "") && words[1] ? words.slice(0, 2).join(" ") : (words[0] ?? name);
  return first.length > MAX_SHORT_NAME ? first.slice(0, MAX_SHORT_NAME) : first;
}

/** Return the possessive of a name: "Acme's", "Lettings'". */
export const possessive = (name: string) => (name.endsWith("s") ? `${name}'` : `${name}'s`);

/** Return the initials of a name, at most two: "DH" for "Dan Harper". */
export function initials(name: string) {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return [words[0], words.at(-1)].slice(0, words.length).map((word) => word?.[0]?.toUpperCase() ?? "").join("") || "?";
}
