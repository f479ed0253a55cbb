// What the parts of a job's page know of the job, how they complete and reopen it, and take that back.
import { isCancelled, jobTitle, unsentCompletion } from "../data/jobs.ts";
import { useOffice } from "../data/office.ts";
import { useResource } from "../data/resource.ts";
import { outbox } from "../outbox/instance.ts";
import { isHeld, UNDO_MS } from "../outbox/states.ts";
import { announce } from "../parts/announcer.ts";
import { useAttempt } from "../parts/attempt.ts";
import { useTick } from "../parts/tick.ts";
import { job as words } from "../words.ts";
import { actionsOf, isInvoiced, type Payments, stageOf } from "./rules.ts";
import { settlesAt } from "./timeline.ts";

export type Facts = ReturnType<typeof useJobFacts>;

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

function usePaymentsOf(jobId: string, owner: Owner, offers: string[]): Payments {
  const invoices = useResource(offers.includes("invoices.list") ? "invoices" : null, owner).body?.invoices ?? [];
  const pending = useResource(offers.includes("statements.pending") ? "statements/pending" : null, owner).body?.statements ?? [];
  const historical = useResource(offers.includes("statements.historical") ? "statements/historical" : null, owner).body?.statements ?? [];
  return {
    invoices: invoices.filter((invoice) => invoice.jobId === jobId),
    statements: [...pending, ...historical].filter((statement) => statement.jobId === jobId),
  };
}

/** Return [setCompleted, problem]. `setCompleted` resolves to whether the completion, or reopening, is in the outbox. */
export function useCompletion({ job, account }: AccountJob) {
  const { attempt, problem } = useAttempt(words.notKept);
  const setCompleted = (completed: boolean) =>
    attempt(async () => {
      await outbox.add(account.owner, {
        kind: "completion",
        jobId: job.jobId,
        about: jobTitle(job),
        content: { completed },
        document: null,
      });
      announce(completed ? words.canUndo(UNDO_MS / 1_000) : words.reopening);
    });
  return [setCompleted, problem.value] as const;
}

/** Return [undo, problem]. `undo` deletes a completion that only this phone has. */
export function useUndo(item: OwnedItem | null) {
  const { attempt, problem } = useAttempt(words.tooLate);
  const undo = () =>
    attempt(async () => {
      if (item) await outbox.takeBack(item);
      announce(words.undone);
    });
  return [undo, problem.value] as const;
}
