// How screens show a payment: its title, its number, its address, its state in words, and its steps from the portal's receipt to the
// payment.
import { jobTitle } from "../data/jobs.ts";
import { eventOf } from "../data/payments.ts";
import { dayAndYear, daysBetween, money, receiptNumber, shortDay, timeOfDay, today } from "../format.ts";
import { shownState, type Tone } from "../outbox/shown.ts";
import { hrefTo } from "../router.ts";
import { common, money as words, states } from "../words.ts";

const MAX_ID = 12; // longer ids of AgentOS are for computers

export const titleOf = ({ job, invoice, statement }: Payment) =>
  (job ? jobTitle(job) : statement?.description || invoice?.description || statement?.reference) ||
  (invoice ? common.invoice : words.statement);

export const statementName = ({ statementId }: Statement) => words.statementId(statementId.length > MAX_ID ? null : statementId);

export const invoiceIdOf = (invoice: Invoice | null) => invoice?.invoiceId ?? invoice?.submissionId ?? null;

/** Return the address of the page of a payment: of its statement if it is paid, else of its invoice. */
export function hrefOf({ account: { name }, invoice, statement, stage }: Payment) {
  const id = invoiceIdOf(invoice);
  if (statement && (stage === "paid" || !id)) return hrefTo(`/money/statements/${statement.statementId}`, {}, name);
  return hrefTo(id ? `/money/invoices/${id}` : `/outbox/${invoice?.item?.id}`, {}, name);
}

/** Return the days from the portal's receipt until the payment, or until `now`; null if one of the times is not known. */
export function daysOf({ receivedAt, paidOn, paidBy, stage }: Payment, now = new Date()) {
  if (!receivedAt || (stage === "paid" && (!paidOn || paidBy === "statement"))) return null;
  return Math.max(0, daysBetween(new Date(receivedAt), stage === "paid" ? new Date(paidOn as string) : now));
}

const dayOrTime = (at: string) => (today(new Date(at)) === today() ? timeOfDay(at) : shortDay(at));

const EVENTS: Partial<Record<PaymentStage, [status: string, label: string]>> = {
  received: ["sending", states.received],
  agency: ["submitted", states.withAgency],
  authorised: ["authorised", states.authorised],
};

/** Return the state of a payment in a few words: "Authorised, seen 24 Nov". */
export function stateOf(payment: Payment) {
  const { stage, invoice, statement, paidOn, paidBy } = payment;
  if (stage === "paid") return paidIn(paidOn && shortDay(paidOn), paidBy);
  const [status, label] = EVENTS[stage] ?? ["", ""];
  const event = eventOf(invoice, status);
  if (!event) return statement?.date ? words.stateSeen(label, words.statementOf(shortDay(statement.date))) : label;
  const time = dayOrTime(event.at);
  if (!event.exact) return words.stateSeen(label, states.seen(time));
  return `${label} ${stage === "agency" ? states.since(time) : time}`;
}

function paidIn(day: string | null, paidBy: Payment["paidBy"]) {
  if (!day) return states.paid;
  if (paidBy === "payment") return `${states.paid} ${day}`;
  return words.stateSeen(states.paid, paidBy === "seen" ? states.seen(day) : words.statementOf(day));
}

/** Return a period as "6 Jul – 5 Oct 2026". */
export function periodName({ from, to }: {from: string, to: string}) {
  const first = from.slice(0, 4) === to.slice(0, 4) ? shortDay(from, new Date(to)) : dayAndYear(from);
  return words.period(first, dayAndYear(to));
}

export const agenciesOf = (accounts: ShownAccount[]) => [...new Set(accounts.map(({ shortName }) => shortName))];

/** `isNext`: it has not been reached. */
type Step = {icon: string, tone: Tone | null, label: string, time: string, line?: string, isNext?: boolean};

const REACHED: Partial<Record<PaymentStage, number>> = { phone: 0, received: 1, agency: 2, authorised: 3, paid: 4, rejected: 2, refused: 1 };

/** `last`: how long the last payments of the agency took, if that is known. */
export function stepsOf(payment: Payment, last: {number: number, least: number, most: number} | null): Step[] {
  const { stage, account, invoice, statement, paidOn, paidBy } = payment;
  const reached = REACHED[stage] ?? 0;
  const { submissionId } = invoice ?? {};
  const noDate = [words.noDate(account.shortName), last && words.lastTook(last)].filter(Boolean).join(" ");
  const paidTime = paidBy === "payment" && paidOn ? shortDay(paidOn) : timeOf(invoice, "paid");
  const all = [
    { icon: "parcel", label: states.received, time: timeOf(invoice, "sending"), line: submissionId ? words.receipt(receiptNumber(submissionId)) : "" },
    { icon: "tick", label: states.withAgency, time: timeOf(invoice, "submitted") },
    { icon: "statement", label: states.authorised, time: timeOf(invoice, "authorised"), line: statement ? breakdownOf(statement) : "" },
    { icon: "money", label: states.paid, time: paidTime },
  ];
  // A step that was passed unseen is left out, unless it is certain.
  const passed = all.slice(0, reached).filter(({ time }, at) => time || at === 1 || at === reached - 1 || (at === 0 && submissionId));
  const steps = passed.map((step) => ({ ...step, tone: "ok" } as Step));
  const doubt = doubtOf(invoice, account.shortName);
  if (doubt) steps.push({ ...doubt, time: "", line: doubt.besides ?? "" });
  const ended = stage === "rejected" ? words.rejected : stage === "refused" ? states.refused : null;
  if (ended) return [...steps, { icon: "refused", tone: "bad", label: ended, time: timeOf(invoice, "rejected") }];
  const next = all.slice(reached).map(
    ({ icon, label }, at) => ({ icon, label, tone: null, time: at ? "" : words.notYet, line: "", isNext: true } as Step),
  );
  if (reached < all.length) next[next.length - 1].line = noDate;
  return [...steps, ...next];
}

function timeOf(invoice: Invoice | null, status: string) {
  const event = eventOf(invoice, status);
  if (!event) return "";
  const time = `${shortDay(event.at)} ${timeOfDay(event.at)}`;
  return event.exact ? time : states.seen(time);
}

function breakdownOf(statement: Statement) {
  const { gross, amount, commission } = statement;
  const whole = gross ?? amount;
  return whole === null ? "" : words.breakdown(statementName(statement), money(whole), commission ? money(commission) : null);
}

/** Return the state of an invoice that the portal has and cannot say to be with the agency; null for any other invoice. */
export function doubtOf(invoice: Invoice | null, agency: string) {
  const { item, status } = invoice ?? {};
  if (item?.state === "checking" && !item.promised) return shownState(item, agency);
  if (item?.state === "review") return shownState(item, agency);
  if (item || !["unconfirmed", "review"].includes(status ?? "")) return null;
  // Another device sent it. The list does not say whether the agency was asked.
  const state = status === "review" ? "review" : "checking";
  return shownState({ state, promised: false, officeAsked: false } as Item, agency);
}
