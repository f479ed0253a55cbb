// What the person can do about a job, by its stage and its invoices. Nothing here uses the network.
import { isSameInvoice } from "../outbox/same-invoice.ts";
import { needsAction } from "../outbox/states.ts";

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
