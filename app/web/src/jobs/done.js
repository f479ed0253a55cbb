// The jobs that are done, by month, and the cancelled jobs at the end. Each says what became of its invoice.
import { useMemo } from "preact/hooks";
import { isCancelled, sortedBy } from "../data/jobs.js";
import { useInvoices } from "../data/invoices.js";
import { monthHeading, shortDay } from "../format.js";
import { html } from "../html.js";
import { Empty } from "../parts/empty.js";
import { rowOf } from "../parts/job-row.js";
import { useLimit } from "../parts/list-limit.js";
import { LongList } from "../parts/long-list.js";
import { jobs as words } from "../words.js";
import { outcomesOf } from "./outcome.js";

/** @param {{jobs: AccountJob[], toInvoice: AccountJob[]}} props */
export function DoneJobs({ jobs, toInvoice }) {
  const { invoices } = useInvoices();
  const version = invoices.map(({ jobId, status, item }) => `${jobId} ${status} ${item?.state}`).join();
  // eslint-disable-next-line react-hooks/exhaustive-deps -- `version` names what rows say of the invoices
  const row = useMemo(() => doneRow(outcomesOf(invoices, toInvoice)), [version, toInvoice]);
  const sections = useMemo(() => sectionsOf(jobs, row), [jobs, row]);
  const [limit, onMore] = useLimit("done");
  if (!jobs.length) return html`<${Empty} art="mug" title=${words.noDone} text=${words.noDoneMore} />`;
  return html`<${LongList} sections=${sections} limit=${limit} onMore=${onMore} />`;
}

/** @param {(accountJob: AccountJob) => string | null} outcome */
const doneRow = (outcome) =>
  rowOf({
    describe: (accountJob) => ({
      texts: [outcome(accountJob)],
      aside: accountJob.job.completedAt && html`<span class="at is-quiet">${shortDay(accountJob.job.completedAt)}</span>`,
    }),
  });

/**
 * @param {AccountJob[]} jobs
 * @param {(accountJob: AccountJob) => unknown} row
 */
function sectionsOf(jobs, row) {
  const newestFirst = sortedBy(jobs.filter((accountJob) => !isCancelled(accountJob)), "completedAt", { newestFirst: true });
  /** @type {Map<string, AccountJob[]>} */
  const byMonth = new Map();
  for (const accountJob of newestFirst) {
    const { completedAt } = accountJob.job;
    const month = completedAt ? monthHeading(completedAt) : words.noDate;
    const earlier = byMonth.get(month);
    if (earlier) earlier.push(accountJob);
    else byMonth.set(month, [accountJob]);
  }
  byMonth.set(words.cancelled, sortedBy(jobs.filter(isCancelled), "reportedAt", { newestFirst: true }));
  return [...byMonth].map(([title, items]) => ({ name: title, title, meta: items.length, items, row }));
}
