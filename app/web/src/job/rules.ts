// What the person can do about a job, by its stage and its invoices. Nothing here uses the network.
import { shortDay } from "../format.ts";
import { isSameInvoice } from "../outbox/same-invoice.ts";
import type { ShownState, Tone } from "../outbox/shown.ts";
import { needsAction } from "../outbox/states.ts";
import { states as stateWords } from "../words.ts";

export type Stage = "open" | "done" | "cancelled";
export type ActionName = "note" | "invoice" | "more" | "done" | "call";

/** `completion`: the newest one, or reopening, that the agency has not got yet. It counts unless the portal refused it. */
export function stageOf(job: Job, isCancelled: boolean, completion: OwnedItem | null): Stage {
  if (completion && "completed" in completion.content && !needsAction(completion)) return completion.content.completed ? "done" : "open";
  if (isCancelled) return "cancelled";
  return job.completed ? "done" : "open";
}

/**
 * Return the actions of the bar from left to right, and the primary. `isInvoiced`: the job needs no invoice. `canCall`:
 * the agency's number is known.
 */
export function actionsOf({ stage, offers, isInvoiced, canCall }: {stage: Stage, offers: string[], isInvoiced: boolean, canCall: boolean}): {names: ActionName[], primary: ActionName | null} {
  const isOffered = {
    note: offers.includes("notes.add"),
    invoice: offers.includes("invoices.submit") && !isInvoiced,
    more: true,
    done: offers.includes("jobs.complete"),
    call: canCall,
  };
  const names = ({
    open: ["note", "invoice", "more", "done"],
    done: ["note", "more", "invoice"],
    cancelled: ["note", "call"],
  } as const)[stage].filter((name) => isOffered[name]);
  const last = names.at(-1) ?? null;
  return { names, primary: last === "done" || (stage === "done" && last === "invoice") ? last : null };
}

export type InvoiceItem = OwnedItem & {kind: "invoice"};
export type Payments = {invoices: Invoice[], statements: Statement[]};

/** Return whether a job has an invoice that was not refused, is paid, or was marked by the person. `items`: of the job. */
export function isInvoiced({ invoicing }: Job, items: OwnedItem[], { invoices, statements }: Payments) {
  if (invoicing || statements.length) return true;
  const [rejected, others] = [invoices.filter(isRejected), invoices.filter((invoice) => !isRejected(invoice))];
  const counts = (item: InvoiceItem) => item.state !== "refused" && !rejected.some((invoice) => isSameInvoice(invoice, item));
  return others.length > 0 || items.some((item) => item.kind === "invoice" && counts(item));
}

const isRejected = ({ status }: Invoice) => status === "rejected";

/** Return how to show the state of an agency's invoice. `agency`: its short name. */
export function invoiceState({ status, rejectedBy, history = [] }: Invoice, agency: string): ShownState {
  const event = history.findLast((each) => each.status === status);
  const time = event ? shortDay(event.at) : null;
  const since = time && (event?.exact ? time : stateWords.seen(time));
  const shown = (icon: string, tone: Tone, label: string, besides: string | null = null) => ({ icon, tone, label, besides });
  switch (status) {
    case "sending":
      return shown("parcel", "info", stateWords.received, time);
    case "unconfirmed":
      return shown("eye", "wait", stateWords.beingChecked, stateWords.mayHaveArrived);
    case "review":
      return shown("ring", "wait", stateWords.ring(agency));
    case "rejected":
      return rejectedBy === "system" ? shown("refused", "bad", stateWords.refused) : shown("refused", "bad", stateWords.rejected(agency), since);
    case "authorised":
      return shown("tick", "ok", stateWords.authorised, since);
    case "paid":
      return shown("tick", "ok", stateWords.paid, since);
    default:
      return shown("tick", "ok", stateWords.withAgency, time && stateWords.since(time));
  }
}
