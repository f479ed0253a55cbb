// What the tabs of Jobs list: open jobs by priority, and done jobs by month, the cancelled ones at the end.
import { useMemo } from "preact/hooks";
import { useAccounts } from "../data/accounts.ts";
import { useInvoices } from "../data/invoices.ts";
import { bySection, isCancelled, sortedBy } from "../data/jobs.ts";
import { clock, joined, monthHeading, shortDay } from "../format.ts";
import { html } from "../html.ts";
import { Empty } from "../parts/empty.ts";
import { Icon } from "../parts/icon.ts";
import { Age, rowOf } from "../parts/job-row.ts";
import { useLimit } from "../parts/list-limit.ts";
import { LongList, type Section } from "../parts/long-list.ts";
import { common, jobs as words } from "../words.ts";
import { outcomesOf } from "./outcome.ts";

const HIGH = 1;

const urgentRow = rowOf({
  level: "h2",
  isUrgent: true,
  describe: ({ job: { reportedAt } }) => ({
    texts: [reportedAt && common.reported(clock(reportedAt))],
    aside: html`<span class="tag is-alarm"><${Icon} name="emergency" small />${common.emergency}</span>`,
  }),
});
const openRow = (isStrong: boolean) => rowOf({ describe: ({ job }) => ({ texts: [job.status], aside: html`<${Age} job=${job} isStrong=${isStrong} />` }) });
export const highRow = openRow(true);
const otherRow = openRow(false);

/** A long list, and what stands in place of an empty one. */
export function JobList({ name, sections, art, title, text }: {name: string, sections: Section[], art: string, title: string, text: string}) {
  const [limit, onMore] = useLimit(name);
  if (!sections.some(({ items }) => items.length)) return html`<${Empty} art=${art} title=${title} text=${text} />`;
  return html`<${LongList} sections=${sections} limit=${limit} onMore=${onMore} />`;
}

export function OpenJobs({ jobs }: {jobs: AccountJob[]}) {
  const names = [...new Set(useAccounts().map(({ shortName }) => shortName))];
  const sections = useMemo(() => openSections(jobs), [jobs]);
  return html`<${JobList} name="open" sections=${sections} art="van" title=${words.noOpen} text=${words.newJobsAppear(joined(names))} />`;
}

function openSections(jobs: AccountJob[]): Section[] {
  const { emergencies, byRank } = bySection(jobs);
  return [
    { name: "emergencies", items: emergencies, row: urgentRow },
    ...byRank.map(({ rank, jobs: items }) => ({
      name: String(rank),
      title: words.priorities[rank ?? 0],
      meta: words.oldestFirst(items.length),
      items,
      row: rank === HIGH ? highRow : otherRow,
    })),
  ];
}

export function DoneJobs({ jobs, toInvoice }: {jobs: AccountJob[], toInvoice: AccountJob[]}) {
  const { invoices } = useInvoices();
  const version = invoices.map(({ jobId, status, item }) => `${jobId} ${status} ${item?.state}`).join();
  // eslint-disable-next-line react-hooks/exhaustive-deps -- `version` names what rows say of the invoices
  const row = useMemo(() => doneRow(outcomesOf(invoices, toInvoice)), [version, toInvoice]);
  const sections = useMemo(() => doneSections(jobs, row), [jobs, row]);
  return html`<${JobList} name="done" sections=${sections} art="mug" title=${words.noDone} text=${words.noDoneMore} />`;
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
