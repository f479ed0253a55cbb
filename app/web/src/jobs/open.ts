// The open jobs: emergencies first, then by priority, each the oldest first.
import { useMemo } from "preact/hooks";
import { useAccounts } from "../data/accounts.ts";
import { bySection } from "../data/jobs.ts";
import { clock, joined } from "../format.ts";
import { html } from "../html.ts";
import { Empty } from "../parts/empty.ts";
import { Icon } from "../parts/icon.ts";
import { Age, rowOf } from "../parts/job-row.ts";
import { useLimit } from "../parts/list-limit.ts";
import { LongList } from "../parts/long-list.ts";
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
const highRow = rowOf({ describe: ({ job }) => ({ texts: [job.status], aside: html`<${Age} job=${job} isStrong />` }) });
const openRow = rowOf({ describe: ({ job }) => ({ texts: [job.status], aside: html`<${Age} job=${job} />` }) });

export function OpenJobs({ jobs }: {jobs: AccountJob[]}) {
  const names = [...new Set(useAccounts().map(({ shortName }) => shortName))];
  const [limit, onMore] = useLimit("open");
  const sections = useMemo(() => sectionsOf(jobs), [jobs]);
  if (!jobs.length) return html`<${Empty} art="van" title=${words.noOpen} text=${words.newJobsAppear(joined(names))} />`;
  return html`<${LongList} sections=${sections} limit=${limit} onMore=${onMore} />`;
}

function sectionsOf(jobs: AccountJob[]) {
  const { emergencies, byRank } = bySection(jobs);
  return [
    { name: "emergencies", items: emergencies, row: urgentRow },
    ...byRank.map(({ rank, jobs: items }) => ({
      name: String(rank),
      title: words.priorities[rank ?? 0],
      meta: words.oldestFirst(items.length),
      items,
      row: rank === HIGH ? highRow : openRow,
    })),
  ];
}
