// The open jobs: emergencies first, then by priority, each the oldest first.
import { useMemo } from "preact/hooks";
import { useAccounts } from "../data/accounts.ts";
import { bySection } from "../data/jobs.ts";
import { age, clock, joined } from "../format.ts";
import { html } from "../html.ts";
import { Empty } from "../parts/empty.ts";
import { Icon } from "../parts/icon.ts";
import { Age, rowOf } from "../parts/job-row.ts";
import { LinkRow } from "../parts/link-row.ts";
import { LongList, type Section } from "../parts/long-list.ts";
import { common, jobs as words } from "../words.ts";

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

export function OpenJobs({ jobs }: {jobs: AccountJob[]}) {
  const names = [...new Set(useAccounts().map(({ shortName }) => shortName))];
  const sections = useMemo(() => openSections(jobs), [jobs]);
  return html`
    <${LongList} name="open" sections=${sections}><${Empty} art="van" title=${words.noOpen} text=${words.newJobsAppear(joined(names))} /><//>
  `;
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

/** Leads to these jobs. `jobs`: the oldest first. */
export function ToInvoiceRow({ jobs, level }: {jobs: AccountJob[], level?: "h2" | "h3"}) {
  const { completedAt } = jobs[0].job;
  const text = completedAt && words.oldestDone(age(completedAt));
  return html`<${LinkRow} level=${level} icon="invoice" href="/jobs?show=to-invoice" title=${common.toInvoice(jobs.length)} text=${text} />`;
}
