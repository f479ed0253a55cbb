// The jobs that still need an invoice, and the marks of those that need none.
import { useMemo } from "preact/hooks";
import { callApi } from "../api.ts";
import { outbox } from "../outbox/instance.ts";
import { isUnsent } from "../outbox/states.ts";
import { TO_INVOICE, sortedBy, useJobs } from "./jobs.ts";
import { invalidate, readingBegunAt } from "./resource.ts";

/** Return the jobs to invoice of all accounts, the oldest first, and of each account the state of the list. */
export function useToInvoice() {
  const { jobs, sources } = useJobs(TO_INVOICE);
  const items = outbox.items.value;
  return {
    sources,
    jobs: useMemo(
      () => sortedBy(jobs.filter((accountJob) => accountJob.job.completed && !hasInvoiceHere(accountJob)), "completedAt"),
      // eslint-disable-next-line react-hooks/exhaustive-deps -- `items` tells that invoices have changed
      [jobs, items],
    ),
  };
}

/** Return whether an invoice of the job is in the outbox, or has left it since the list was read. */
const hasInvoiceHere = ({ job, account: { owner } }: AccountJob) =>
  outbox
    .itemsOf(owner, job.jobId)
    .some((item) => item.kind === "invoice" && (isUnsent(item) || Number(item.doneAt) > readingBegunAt(owner, TO_INVOICE)));

/**
 * Mark a job as one that needs no invoice through the portal, or delete its mark for null. The agency is not told.
 * Return the answer, after the lists have been read again.
 */
export async function markInvoicing({ owner, name }: ShownAccount, jobId: string, mark: {state: "elsewhere" | "no-charge", invoiceNumber?: string} | null) {
  const method = mark ? "PUT" : "DELETE";
  const answer = await callApi(`contractor/jobs/${jobId}/invoicing`, { method, account: name, ...(mark && { body: mark }) });
  if (answer.status === 200 || answer.status === 204) {
    const now = Date.now();
    await Promise.all([TO_INVOICE, `jobs/${jobId}`, "jobs"].map((path) => invalidate(owner, path, now)));
  }
  return answer;
}
