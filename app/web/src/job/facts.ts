// What the parts of a job's page know of the job: its stage, its items in the outbox, and its invoices.
import { isCancelled, unsentCompletion } from "../data/jobs.ts";
import { useOffice } from "../data/office.ts";
import { useResource } from "../data/resource.ts";
import { outbox } from "../outbox/instance.ts";
import { isHeld } from "../outbox/states.ts";
import { useTick } from "../parts/tick.ts";
import { actionsOf, stageOf } from "./actions.ts";
import { isInvoiced } from "./invoices.ts";
import { settlesAt } from "./timeline.ts";

/**
 * Return the facts of a job. `completion`: the newest completion or reopening that the agency has not got yet.
 * `undoable`: the completion, while it can be undone. `office`: whom to ring about a cancelled job.
 */
export function useJobFacts({ job, account }: AccountJob) {
  const { owner, agency } = account;
  const offers = agency?.offers ?? [];
  const payments = usePaymentsOf(job.jobId, owner, offers);
  const items = outbox.itemsOf(owner, job.jobId);
  const completion = unsentCompletion(owner, job.jobId);
  useTick(Math.max(0, ...items.map(settlesAt)));
  const stage = stageOf(job, isCancelled({ job, account }), completion);
  const office = useOffice(stage === "cancelled" ? account : null);
  const isDone = isInvoiced(job, items, payments);
  return {
    ...payments,
    office,
    items,
    stage,
    completion,
    undoable: completion && isHeld(completion, Date.now()) ? completion : null,
    isInvoiced: isDone,
    ...actionsOf({ stage, offers, isInvoiced: isDone, canCall: Boolean(office) }),
  };
}

/** Return the invoices and the statements of a job in the agency's lists, as far as the agency offers them. */
function usePaymentsOf(jobId: string, owner: Owner, offers: string[]): import("./invoices.ts").Payments {
  const invoices = useResource(offers.includes("invoices.list") ? "invoices" : null, owner).body?.invoices ?? [];
  const pending = useResource(offers.includes("statements.pending") ? "statements/pending" : null, owner).body?.statements ?? [];
  const historical = useResource(offers.includes("statements.historical") ? "statements/historical" : null, owner).body?.statements ?? [];
  return {
    invoices: invoices.filter((invoice) => invoice.jobId === jobId),
    statements: [...pending, ...historical].filter((statement) => statement.jobId === jobId),
  };
}
