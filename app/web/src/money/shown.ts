// How screens show a payment: its title, its number, its address, and its state in words.
import { jobTitle } from "../data/jobs.ts";
import { eventOf } from "../data/payments.ts";
import { dayAndYear, daysBetween, shortDay, timeOfDay, today } from "../format.ts";
import { hrefTo } from "../router.ts";
import { money as words } from "../words.ts";

const MAX_ID = 12; // longer ids of AgentOS are for computers

export const titleOf = ({ job, invoice, statement }: Payment) =>
  (job ? jobTitle(job) : statement?.description || invoice?.description || statement?.reference) ||
  (invoice ? words.invoice : words.statement);

export const statementName = ({ statementId }: Statement) => words.statementId(statementId.length > MAX_ID ? null : statementId);

/** Return the id of an invoice in its address, or null. */
export const invoiceIdOf = (invoice: Invoice | null) => invoice?.invoiceId ?? invoice?.submissionId ?? null;

/** Return the address of the page of a payment: of its statement if it is paid, else of its invoice. */
export function hrefOf({ account: { name }, invoice, statement, stage }: Payment) {
  const id = invoiceIdOf(invoice);
  if (statement && (stage === "paid" || !id)) return hrefTo(`/money/statements/${statement.statementId}`, {}, name);
  return hrefTo(id ? `/money/invoices/${id}` : `/outbox/${invoice?.item?.id}`, {}, name);
}

/**
 * Return the days since the portal's receipt: until the payment, or until `now`. Return null if one of the times is not
 * known.
 */
export function daysOf({ receivedAt, paidOn, paidBy, stage }: Payment, now = new Date()) {
  if (!receivedAt || (stage === "paid" && (!paidOn || paidBy === "statement"))) return null;
  return Math.max(0, daysBetween(new Date(receivedAt), stage === "paid" ? new Date(paidOn as string) : now));
}

/** Return a time of today as "11:58", any other as "24 Nov". */
const dayOrTime = (at: string) => (today(new Date(at)) === today() ? timeOfDay(at) : shortDay(at));

const EVENTS: Partial<Record<PaymentStage, [status: string, label: string]>> = {
  received: ["sending", words.receivedByPortal],
  agency: ["submitted", words.withAgency],
  authorised: ["authorised", words.authorised],
};

/** Return the state of a payment in a few words: "Authorised, seen 24 Nov". */
export function stateOf(payment: Payment) {
  const { stage, invoice, statement, paidOn, paidBy } = payment;
  if (stage === "paid") return paidIn(paidOn && shortDay(paidOn), paidBy);
  const [status, label] = EVENTS[stage] ?? ["", ""];
  const event = eventOf(invoice, status);
  if (!event) return statement?.date ? words.stateSeen(label, words.statementOf(shortDay(statement.date))) : label;
  const time = dayOrTime(event.at);
  if (!event.exact) return words.stateSeen(label, words.seen(time));
  return `${label} ${stage === "agency" ? words.since(time) : time}`;
}

function paidIn(day: string | null, paidBy: Payment["paidBy"]) {
  if (!day) return words.paid;
  if (paidBy === "payment") return `${words.paid} ${day}`;
  return words.stateSeen(words.paid, paidBy === "seen" ? words.seen(day) : words.statementOf(day));
}

/** Return a period as "6 Jul – 5 Oct 2026". */
export function periodName({ from, to }: {from: string, to: string}) {
  const first = from.slice(0, 4) === to.slice(0, 4) ? shortDay(from, new Date(to)) : dayAndYear(from);
  return words.period(first, dayAndYear(to));
}

/** Return the short names of agencies, each once. */
export const agenciesOf = (accounts: ShownAccount[]) => [...new Set(accounts.map(({ shortName }) => shortName))];
