// The open jobs: emergencies first, then by priority, each the oldest first.
import { useMemo } from "preact/hooks";
import { useAccounts } from "../data/accounts.js";
import { bySection } from "../data/jobs.js";
import { clock, joined } from "../format.js";
import { html } from "../html.js";
import { Empty } from "../parts/empty.js";
import { Icon } from "../parts/icon.js";
import { Age, rowOf } from "../parts/job-row.js";
import { useLimit } from "../parts/list-limit.js";
import { LongList } from "../parts/long-list.js";
import { jobs as words } from "../words.js";

const HIGH = 1;

const urgentRow = rowOf({
  level: "h2",
  isUrgent: true,
  describe: ({ job: { reportedAt } }) => ({
    texts: [reportedAt && words.reportedAt(clock(reportedAt))],
    aside: html`<span class="tag is-alarm"><${Icon} name="emergency" small />${words.emergency}</span>`,
  }),
});
const highRow = rowOf({ describe: ({ job }) => ({ texts: [job.status], aside: html`<${Age} job=${job} isStrong />` }) });
const openRow = rowOf({ describe: ({ job }) => ({ texts: [job.status], aside: html`<${Age} job=${job} />` }) });

/** @param {{jobs: AccountJob[]}} props */
export function OpenJobs({ jobs }) {
  const names = [...new Set(useAccounts().map(({ shortName }) => shortName))];
  const [limit, onMore] = useLimit("open");
  const sections = useMemo(() => sectionsOf(jobs), [jobs]);
  if (!jobs.length) return html`<${Empty} art="van" title=${words.noOpen} text=${words.newJobsAppear(joined(names))} />`;
  return html`<${LongList} sections=${sections} limit=${limit} onMore=${onMore} />`;
}

/** @param {AccountJob[]} jobs */
function sectionsOf(jobs) {
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
