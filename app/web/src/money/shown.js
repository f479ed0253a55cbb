// How screens show a payment: its title, its number, its address, and its state in words.
import { jobTitle } from "../data/jobs.js";
import { eventOf } from "../data/payments.js";
import { dayAndYear, daysBetween, shortDay, timeOfDay, today } from "../format.js";
import { hrefTo } from "../router.js";
import { money as words } from "../words.js";

const MAX_ID = 12; // longer ids of AgentOS are for computers
const RECEIPT_LENGTH = 8;

/** @param {Payment} payment */
export const titleOf = ({ job, invoice, statement }) =>
  (job ? jobTitle(job) : statement?.description || invoice?.description || statement?.reference) ||
  (invoice ? words.invoice : words.statement);

/** @param {Statement} statement */
export const statementName = ({ statementId }) => words.statementId(statementId.length > MAX_ID ? null : statementId);

/**
 * Return the beginning of a submission's id, as people read it out.
 *
 * @param {string} submissionId
 */
export const receiptNumber = (submissionId) => submissionId.slice(0, RECEIPT_LENGTH).toUpperCase();

/**
 * Return the id of an invoice in its address, or null.
 *
 * @param {Invoice | null} invoice
 */
export const invoiceIdOf = (invoice) => invoice?.invoiceId ?? invoice?.submissionId ?? null;

/**
 * Return the address of the page of a payment: of its statement if it is paid, else of its invoice.
 *
 * @param {Payment} payment
 */
export function hrefOf({ account: { name }, invoice, statement, stage }) {
  const id = invoiceIdOf(invoice);
  if (statement && (stage === "paid" || !id)) return hrefTo(`/money/statements/${statement.statementId}`, {}, name);
  return hrefTo(id ? `/money/invoices/${id}` : `/outbox/${invoice?.item?.id}`, {}, name);
}

/**
 * Return the days since the portal's receipt: until the payment, or until `now`. Return null if one of the times is not known.
 *
 * @param {Payment} payment
 */
export function daysOf({ receivedAt, paidOn, paidBy, stage }, now = new Date()) {
  if (!receivedAt || (stage === "paid" && (!paidOn || paidBy === "statement"))) return null;
  return Math.max(0, daysBetween(new Date(receivedAt), stage === "paid" ? new Date(/** @type {string} */ (paidOn)) : now));
}

/**
 * Return a time of today as "11:58", any other as "24 Nov".
 *
 * @param {string} at
 */
const dayOrTime = (at) => (today(new Date(at)) === today() ? timeOfDay(at) : shortDay(at));

/** @type {Partial<Record<PaymentStage, [status: string, label: string]>>} */
const EVENTS = {
  received: ["sending", words.receivedByPortal],
  agency: ["submitted", words.withAgency],
  authorised: ["authorised", words.authorised],
};

/**
 * Return the state of a payment in a few words: "Authorised, seen 24 Nov".
 *
 * @param {Payment} payment
 */
export function stateOf(payment) {
  const { stage, invoice, statement, paidOn, paidBy } = payment;
  if (stage === "paid") return paidIn(paidOn && shortDay(paidOn), paidBy);
  const [status, label] = EVENTS[stage] ?? ["", ""];
  const event = eventOf(invoice, status);
  if (!event) return statement?.date ? words.stateSeen(label, words.statementOf(shortDay(statement.date))) : label;
  const time = dayOrTime(event.at);
  if (!event.exact) return words.stateSeen(label, words.seen(time));
  return `${label} ${stage === "agency" ? words.since(time) : time}`;
}

/**
 * @param {string | null} day
 * @param {Payment["paidBy"]} paidBy
 */
function paidIn(day, paidBy) {
  if (!day) return words.paid;
  if (paidBy === "payment") return `${words.paid} ${day}`;
  return words.stateSeen(words.paid, paidBy === "seen" ? words.seen(day) : words.statementOf(day));
}

/**
 * Return a period as "6 Jul – 5 Oct 2026".
 *
 * @param {{from: string, to: string}} period
 */
export function periodName({ from, to }) {
  const first = from.slice(0, 4) === to.slice(0, 4) ? shortDay(from, new Date(to)) : dayAndYear(from);
  return words.period(first, dayAndYear(to));
}

/**
 * Return the short names of agencies, each once.
 *
 * @param {ShownAccount[]} accounts
 */
export const agenciesOf = (accounts) => [...new Set(accounts.map(({ shortName }) => shortName))];
