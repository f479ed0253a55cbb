// Today: what first. Emergencies, what needs the person, high priority, and what is on its way to the agencies.
import { useMemo } from "preact/hooks";
import { bySection, isOpen, useJobs } from "../data/jobs.ts";
import { useInvoices } from "../data/invoices.ts";
import { useToInvoice } from "../data/to-invoice.ts";
import { dayOfWeek } from "../format.ts";
import { html } from "../html.ts";
import { useItemAccounts } from "../outbox-screens/item-account.ts";
import { ItemRow } from "../outbox-screens/item-row.ts";
import { outbox } from "../outbox/instance.ts";
import { isOnlyOnPhone } from "../outbox/states.ts";
import { Empty, Missing } from "../parts/empty.ts";
import { Icon } from "../parts/icon.ts";
import { Age, rowOf } from "../parts/job-row.ts";
import { Bones, isLoading } from "../parts/loading.ts";
import { Place } from "../parts/place.ts";
import { hrefTo } from "../router.ts";
import { jobs as jobWords, today as words } from "../words.ts";
import { Emergency } from "./emergency.ts";
import { NeedsYou, Row } from "./needs-you.ts";
import { orderOfToday } from "./order.ts";

export function TodayScreen() {
  const { jobs, sources } = useJobs();
  const toInvoice = useToInvoice();
  const { invoices } = useInvoices();
  const items = outbox.items.value ?? [];
  const sections = useMemo(() => bySection(jobs), [jobs]);
  const high = sections.byRank.find(({ rank }) => rank === 1)?.jobs ?? [];
  const { emergencies, needs, high: highest, onItsWay } = orderOfToday({
    emergencies: sections.emergencies,
    high,
    invoices,
    toInvoice: toInvoice.jobs,
    items,
  });
  const isOffline = outbox.obstacle.value === "offline";
  const isReading = isLoading(sources);
  const isKnown = [...sources, ...toInvoice.sources].every(({ resource }) => resource.body) && outbox.items.value;
  const isQuiet = !emergencies.length && !needs.length && !highest.total && !onItsWay.total;
  const way = html`<${OnItsWay} ...${onItsWay} isOffline=${isOffline} />`;
  return html`
    <${Place} name="today" title=${words.title} meta=${dayOfWeek()} hasSearch sources=${sources} className=${isQuiet && isKnown ? "page is-low" : "page"}>
      ${emergencies.map((accountJob) => html`<${Emergency} key=${`${accountJob.account.name} ${accountJob.job.jobId}`} accountJob=${accountJob} />`)}
      <${NeedsYou} needs=${needs} jobs=${jobs} />
      ${isOffline && way}
      <${HighPriority} ...${highest} />
      ${!isOffline && way}
      ${isReading && html`<${Bones} what=${jobWords.reading} rows=${jobs.length ? 2 : 6} />`}
      <${Missing} sources=${sources} />
      ${isQuiet && isKnown && html`<${Quiet} open=${jobs.filter(isOpen).length} />`}
    <//>
  `;
}

const highRow = rowOf({ describe: ({ job }) => ({ texts: [job.status], aside: html`<${Age} job=${job} isStrong />` }) });

const HighPriority = ({ shown, total, more }: {shown: AccountJob[], total: number, more: number}) =>
  total > 0 &&
  html`
    <h2 class="section"><span>${jobWords.priorities[1]}</span><span class="meta">${jobWords.oldestFirst(total)}</span></h2>
    <div class="card" role="list">${shown.map(highRow)}</div>
    ${more > 0 && html`<ul class="card prose"><${Row} icon="jobs" href=${hrefTo("/jobs")} title=${words.moreJobs(more)} /></ul>`}
  `;

function OnItsWay({ shown, total, more, isOffline }: {shown: OwnedItem[], total: number, more: number, isOffline: boolean}) {
  const accountOf = useItemAccounts();
  const here = (outbox.items.value ?? []).filter(isOnlyOnPhone).length;
  if (!total) return null;
  return html`
    <h2 class="section"><span>${words.onItsWay}</span><span class="meta">${total}</span></h2>
    <ul class="card">
      ${shown.map((item) => html`<${ItemRow} key=${`${item.owner.agency} ${item.owner.contractorId} ${item.id}`} item=${item} account=${accountOf(item.owner)} />`)}
      ${more > 0 && html`<${Row} icon="outbox" href=${hrefTo("/outbox")} title=${words.moreItems(more)} />`}
    </ul>
    ${isOffline &&
    here > 0 &&
    html`<p class="banner is-card prose"><${Icon} name="kept" /><span><b>${words.nothingLost}</b> ${words.itemsHere(here)}</span></p>`}
  `;
}

const Quiet = ({ open }: {open: number}) => html`
  <${Empty} art="mug" title=${words.quiet} text=${words.quietMore}>
    ${open > 0 && html`<a class="btn" href=${hrefTo("/jobs")}><${Icon} name="jobs" />${words.seeOpen(open)}</a>`}
  <//>
`;
