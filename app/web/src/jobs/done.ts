// The jobs that are done, by month, and the cancelled jobs at the end. Each says what became of its invoice.
import { useMemo } from "preact/hooks";
import { useInvoices } from "../data/invoices.ts";
import { isCancelled, sortedBy } from "../data/jobs.ts";
import { monthHeading, shortDay } from "../format.ts";
import { html } from "../html.ts";
import { Empty } from "../parts/empty.ts";
import { rowOf } from "../parts/job-row.ts";
import { LongList, type Section } from "../parts/long-list.ts";
import { common, jobs as words } from "../words.ts";
import { outcomesOf } from "./outcome.ts";

export function DoneJobs({ jobs, toInvoice }: {jobs: AccountJob[], toInvoice: AccountJob[]}) {
  const { invoices } = useInvoices();
  const version = invoices.map(({ jobId, status, item }) => `${jobId} ${status} ${item?.state}`).join();
  // eslint-disable-next-line react-hooks/exhaustive-deps -- `version` names what rows say of the invoices
  const row = useMemo(() => doneRow(outcomesOf(invoices, toInvoice)), [version, toInvoice]);
  const sections = useMemo(() => doneSections(jobs, row), [jobs, row]);
  return html`<${LongList} name="done" sections=${sections}><${Empty} art="mug" title=${words.noDone} text=${words.noDoneMore} /><//>`;
}

const doneRow = (outcome: (accountJob: AccountJob) => string | null) =>
  rowOf({
    describe: (accountJob) => ({
      texts: [outcome(accountJob)],
      aside: accountJob.job.completedAt && html`<span class="at is-quiet">${shortDay(accountJob.job.completedAt)}</span>`,
    }),
  });

function doneSections(jobs: AccountJob[], row: Section["row"]): Section[] {
  const newestFirst = sortedBy(jobs.filter((accountJob) => !isCancelled(accountJob)), "completedAt", { newestFirst: true });
  const byMonth: Map<string, AccountJob[]> = new Map();
  for (const accountJob of newestFirst) {
    const { completedAt } = accountJob.job;
    const month = completedAt ? monthHeading(completedAt) : common.undated;
    byMonth.set(month, [...(byMonth.get(month) ?? []), accountJob]);
  }
  byMonth.set(common.cancelled, sortedBy(jobs.filter(isCancelled), "reportedAt", { newestFirst: true }));
  return [...byMonth].map(([title, items]) => ({ name: title, title, meta: items.length, items, row }));
}
