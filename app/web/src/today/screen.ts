// Today: what first. Emergencies, what needs the person, high priority, and what is on its way to the agencies.
import { useMemo } from "preact/hooks";
import { hasSeveralAgencies } from "../data/accounts.ts";
import { type AccountInvoice, useInvoices } from "../data/invoices.ts";
import { bySection, isOpen, jobAddress, jobTitle, useJobs } from "../data/jobs.ts";
import { useOffice } from "../data/office.ts";
import { useToInvoice } from "../data/to-invoice.ts";
import { clock, dayOfWeek, money } from "../format.ts";
import { html } from "../html.ts";
import { highRow, ToInvoiceRow } from "../jobs/open.ts";
import { ItemList, LOOKS, NeededItem } from "../outbox-screens/item-row.ts";
import { outbox } from "../outbox/instance.ts";
import { isOnlyOnPhone } from "../outbox/states.ts";
import { Button } from "../parts/button.ts";
import { dialledNumber, mapHref, nameToCall } from "../parts/contact-links.ts";
import { Empty, Missing } from "../parts/empty.ts";
import { Icon } from "../parts/icon.ts";
import { From, jobHref, Place as JobPlace } from "../parts/job-row.ts";
import { LinkRow } from "../parts/link-row.ts";
import { Bones, isLoading } from "../parts/loading.ts";
import { Place } from "../parts/place.ts";
import { hrefTo } from "../router.ts";
import { accountName } from "../session.ts";
import { common, jobs as jobWords, states, today as words } from "../words.ts";
import { type Need, orderOfToday } from "./order.ts";

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
    <${Place} name="today" title=${common.today} meta=${dayOfWeek()} hasSearch sources=${sources} className=${isQuiet && isKnown ? "page is-low" : "page"}>
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

const HighPriority = ({ shown, total, more }: {shown: AccountJob[], total: number, more: number}) =>
  total > 0 &&
  html`
    <h2 class="section"><span>${jobWords.priorities[1]}</span><span class="meta">${jobWords.oldestFirst(total)}</span></h2>
    <div class="card" role="list">${shown.map(highRow)}</div>
    ${more > 0 && html`<ul class="card prose"><${LinkRow} icon="jobs" href="/jobs" title=${words.moreJobs(more)} /></ul>`}
  `;

function OnItsWay({ shown, total, more, isOffline }: {shown: OwnedItem[], total: number, more: number, isOffline: boolean}) {
  const here = (outbox.items.value ?? []).filter(isOnlyOnPhone).length;
  if (!total) return null;
  return html`
    <h2 class="section"><span>${common.onItsWay}</span><span class="meta">${total}</span></h2>
    <${ItemList} items=${shown}>${more > 0 && html`<${LinkRow} icon="outbox" href="/outbox" title=${words.moreItems(more)} />`}<//>
    ${isOffline &&
    here > 0 &&
    html`<p class="banner is-card prose"><${Icon} name="kept" /><span><b>${common.nothingLost}</b> ${words.itemsHere(here)}</span></p>`}
  `;
}

const Quiet = ({ open }: {open: number}) => html`
  <${Empty} art="mug" title=${words.quiet} text=${words.quietMore}>
    ${open > 0 && html`<${Button} icon="jobs" href="/jobs">${words.seeOpen(open)}<//>`}
  <//>
`;

function Emergency({ accountJob }: {accountJob: AccountJob}) {
  const { job, account } = accountJob;
  const { reportedAt, reportedBy } = job;
  const by = reportedBy?.name && words.reportedBy(reportedBy.name, hasSeveralAgencies());
  return html`
    <section class="alarm" aria-label=${common.emergency}>
      <p class="kick"><${Icon} name="emergency" />${common.emergency}${reportedAt && html`<span>${common.reported(clock(reportedAt))}</span>`}</p>
      <h2><a class="cover" href=${jobHref(accountJob)} dir="auto">${jobTitle(job)}</a></h2>
      <p dir="auto"><${JobPlace} job=${job} /></p>
      <${From} account=${account} texts=${[by]} />
      <${Ways} job=${job} />
    </section>
  `;
}

function Ways({ job }: {job: Job}) {
  const [number, address] = [dialledNumber(job.reportedBy?.phone), jobAddress(job)];
  if (!number && !address) return null;
  return html`
    <div class="pair">
      ${number && html`<${Button} icon="ring" href=${`tel:${number}`}>${common.call(nameToCall(job.reportedBy?.name))}<//>`}
      ${address && html`<${Button} icon="map" href=${mapHref(address)} target="_blank" rel="noopener noreferrer">${common.directions}<//>`}
    </div>
  `;
}

const NeedsYou = ({ needs, jobs }: {needs: Need[], jobs: AccountJob[]}) =>
  needs.length > 0 &&
  html`
    <h2 class="section"><span>${common.needsYou}</span><span class="meta">${needs.length}</span></h2>
    <ul class="card">${needs.map((need) => html`<${NeedRow} key=${keyOf(need)} need=${need} jobs=${jobs} />`)}</ul>
  `;

function keyOf({ kind, entries }: Need) {
  const [{ owner, id, invoiceId, account }] = entries;
  return entries.length > 1 || kind === "toInvoice" ? kind : [kind, accountName(owner ?? account.owner), id ?? invoiceId].join(" ");
}

function NeedRow({ need: { kind, entries }, jobs }: {need: Need, jobs: AccountJob[]}) {
  const [first] = entries;
  if (kind === "toInvoice") return html`<${ToInvoiceRow} jobs=${entries} />`;
  if (entries.length > 1) {
    return html`<${LinkRow} ...${LOOKS[kind]} href=${kind === "rejected" ? "/money" : "/outbox"} title=${words.several[kind](entries.length)} />`;
  }
  return kind === "rejected" ? html`<${RejectedRow} invoice=${first} jobs=${jobs} />` : html`<${NeededItem} item=${first} />`;
}

function RejectedRow({ invoice, jobs }: {invoice: AccountInvoice, jobs: AccountJob[]}) {
  const { account, jobId, invoiceId, description, invoiceNumber, amount } = invoice;
  const office = useOffice(account);
  const known = jobs.find((each) => each.job.jobId === jobId && each.account.name === account.name);
  const what = (known && jobTitle(known.job)) || description || invoiceNumber || common.invoice;
  const title = amount === null ? what : `${what}, ${money(amount)}`;
  const href = invoiceId ? hrefTo(`/money/invoices/${invoiceId}`, {}, account.name) : hrefTo("/money");
  const call = office && html`
    <a class="icon-btn is-round" href=${`tel:${office.number}`} aria-label=${common.call(account.shortName)}><${Icon} name="ring" /></a>
  `;
  return html`<${LinkRow} ...${LOOKS.rejected} href=${href} title=${title} text=${states.rejected(account.shortName)} aside=${call} />`;
}
