// The steps of a payment, from the portal's receipt to the payment: each with its time as far as it is known.
import { eventOf } from "../data/payments.ts";
import { money, receiptNumber, shortDay, timeOfDay } from "../format.ts";
import { shownState } from "../outbox/shown.ts";
import { money as words } from "../words.ts";
import { statementName } from "./shown.ts";

/** `isNext`: it has not been reached. */
export type Step = {icon: string, tone: import("../outbox/shown.ts").Tone | null, label: string, time: string, line?: string, isNext?: boolean};

const REACHED: Partial<Record<PaymentStage, number>> = { phone: 0, received: 1, agency: 2, authorised: 3, paid: 4, rejected: 2, refused: 1 };

/**
 * Return the steps of a payment with an invoice. `last`: how long the last payments of the agency took, if that is
 * known.
 */
export function stepsOf(payment: Payment, last: {number: number, least: number, most: number} | null): Step[] {
  const { stage, account, invoice, statement, paidOn, paidBy } = payment;
  const reached = REACHED[stage] ?? 0;
  const { submissionId } = invoice ?? {};
  const noDate = [words.noDate(account.shortName), last && words.lastTook(last)].filter(Boolean).join(" ");
  const paidTime = paidBy === "payment" && paidOn ? shortDay(paidOn) : timeOf(invoice, "paid");
  const all = [
    { icon: "parcel", label: words.receivedByPortal, time: timeOf(invoice, "sending"), line: submissionId ? words.receipt(receiptNumber(submissionId)) : "" },
    { icon: "tick", label: words.withAgency, time: timeOf(invoice, "submitted") },
    { icon: "statement", label: words.authorised, time: timeOf(invoice, "authorised"), line: statement ? breakdownOf(statement) : "" },
    { icon: "money", label: words.paid, time: paidTime },
  ];
  // A step that was passed unseen is left out, unless it is certain.
  const passed = all.slice(0, reached).filter(({ time }, at) => time || at === 1 || at === reached - 1 || (at === 0 && submissionId));
  const steps = passed.map((step) => ({ ...step, tone: "ok" } as Step));
  const doubt = doubtOf(invoice, account.shortName);
  if (doubt) steps.push({ ...doubt, time: "", line: doubt.besides ?? "" });
  const ended = stage === "rejected" ? words.rejected : stage === "refused" ? words.refused : null;
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
  return event.exact ? time : words.seen(time);
}

function breakdownOf(statement: Statement) {
  const { gross, amount, commission } = statement;
  const whole = gross ?? amount;
  return whole === null ? "" : words.breakdown(statementName(statement), money(whole), commission ? money(commission) : null);
}

/**
 * Return the state of an invoice that the portal has and cannot say to be with the agency, in the words of the outbox.
 * Return null for any other invoice.
 */
export function doubtOf(invoice: Invoice | null, agency: string) {
  const { item, status } = invoice ?? {};
  if (item?.state === "checking" && !item.promised) return shownState(item, agency);
  if (item?.state === "review") return shownState(item, agency);
  if (item || !["unconfirmed", "review"].includes(status ?? "")) return null;
  // Another device sent it. The list does not say whether the agency was asked.
  const state = status === "review" ? "review" : "checking";
  return shownState({ state, promised: false, officeAsked: false } as Item, agency);
}
