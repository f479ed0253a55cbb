// Jobs: open, to invoice, and done, of all agencies or of one. The address has the tab and the agency, so Back keeps them.
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { useAccounts } from "../data/accounts.ts";
import { isCancelled, isOpen, useJobs } from "../data/jobs.ts";
import { useToInvoice } from "../data/to-invoice.ts";
import { html } from "../html.ts";
import { Missing } from "../parts/empty.ts";
import { Icon } from "../parts/icon.ts";
import { lazy } from "../parts/lazy.ts";
import { Bones, isLoading } from "../parts/loading.ts";
import { Logo } from "../parts/logo.ts";
import { Place } from "../parts/place.ts";
import { openSheet, Sheet, sheetHref } from "../parts/sheet.ts";
import { placeQuery } from "../parts/split.ts";
import { hrefTo, navigate, route } from "../router.ts";
import { common, jobs as words } from "../words.ts";
import { OpenJobs } from "./open.ts";

const CONTENTS = { open: OpenJobs, "to-invoice": lazy("ToInvoiceJobs"), done: lazy("DoneJobs") };

export function JobsScreen() {
  const query = placeQuery();
  const [tab, only] = [tabOf(query.get("show")), query.get("only")];
  const { jobs, sources } = useJobs();
  const toInvoice = useToInvoice();
  const lists = useMemo(() => {
    const shown = ofAgency(jobs, only);
    return {
      open: shown.filter(isOpen),
      "to-invoice": ofAgency(toInvoice.jobs, only),
      done: shown.filter((accountJob) => accountJob.job.completed || isCancelled(accountJob)),
    };
  }, [jobs, toInvoice.jobs, only]);
  const aged = tab === "to-invoice" ? toInvoice.sources : sources;
  const isReading = isLoading(aged);
  const Content = CONTENTS[tab];
  useTopOfTab(tab, only);
  return html`
    <${Place}
      name="jobs" title=${words.title} hasSearch sources=${aged}
      tabs=${html`<${Tabs} tab=${tab} only=${only} lists=${lists} isKnown=${!isLoading(sources) && !isLoading(toInvoice.sources)} />`}
      sheet=${html`<${AgencySheet} tab=${tab} only=${only} />`}
    >
      <${Chips} tab=${tab} only=${only} />
      ${(lists[tab].length > 0 || !isReading) && html`<${Content} key=${`${tab} ${only}`} jobs=${lists[tab]} toInvoice=${toInvoice.jobs} sources=${aged} />`}
      ${isReading && html`<${Bones} what=${words.reading} rows=${lists[tab].length ? 2 : 6} />`}
      <${Missing} sources=${aged} />
    <//>
  `;
}

/** Begin at the top of another tab, or of another agency's jobs. A person who comes back begins where they were. */
function useTopOfTab(tab: Tab, only: string | null) {
  const shown = `${tab} ${only}`;
  const last = useRef(shown);
  useLayoutEffect(() => {
    if (last.current !== shown && !route.value.isBack) (document.querySelector(".list") ?? window).scrollTo(0, 0);
    last.current = shown;
  }, [shown]);
}

const TABS = ["open", "to-invoice", "done"] as const;

type Tab = typeof TABS[number];

const tabOf = (name: string | null) => TABS.find((tab) => tab === name) ?? "open";

const jobsHref = (tab: Tab, only: string | null) => hrefTo("/jobs", { ...(tab !== "open" && { show: tab }), ...(only && { only }) });

/** `isKnown`: the lists are complete, so their lengths are the numbers of jobs. */
const Tabs = ({ tab, only, lists, isKnown }: {tab: Tab, only: string | null, lists: Record<Tab, AccountJob[]>, isKnown: boolean}) => html`
  <nav class="tabs" aria-label=${words.byState}>
    ${TABS.map(
      (name) => html`
        <a key=${name} href=${jobsHref(name, only)} data-replace aria-current=${name === tab ? "page" : null}>
          ${words.tabs[name]}${isKnown && html` <span>${lists[name].length}</span>`}
        </a>
      `,
    )}
  </nav>
`;

const MAX_CHIPS = 4;

type Shown = {tab: Tab, only: string | null};

export const ofAgency = (jobs: AccountJob[], agency: string | null) => (agency ? jobs.filter(({ account }) => account.owner.agency === agency) : jobs);

function useAgencies() {
  const accounts = useAccounts();
  return accounts.filter(({ owner }, index) => accounts.findIndex((other) => other.owner.agency === owner.agency) === index);
}

function Chips({ tab, only }: Shown) {
  const agencies = useAgencies();
  if (agencies.length < 2) return null;
  const hasAll = agencies.length <= MAX_CHIPS;
  const shown = hasAll ? agencies : agencies.filter(({ owner }) => owner.agency === only);
  return html`
    <div class="chips" role="group" aria-label=${words.showOnly}>
      ${[null, ...shown].map((account) => html`<${Chip} key=${account?.name} account=${account} tab=${tab} only=${only} />`)}
      ${!hasAll && html`<a class="chip" href=${sheetHref("agency")}>${common.agency}<${Icon} name="down" small /></a>`}
    </div>
  `;
}

function Chip({ account, tab, only }: Shown & {account: ShownAccount | null}) {
  const agency = account?.owner.agency ?? null;
  const show = () => navigate(jobsHref(tab, agency), { replace: true });
  return html`
    <button type="button" class="chip" aria-pressed=${agency === only} onClick=${show}>
      ${account ? html`<${Logo} account=${account} small />${account.shortName}` : common.all}
    </button>
  `;
}

function AgencySheet({ tab, only }: Shown) {
  const agencies = useAgencies();
  if (openSheet() !== "agency") return null;
  return html`
    <${Sheet} title=${common.agency}>
      <ul>
        ${[null, ...agencies].map((account) => {
          const agency = account?.owner.agency ?? null;
          return html`
            <li key=${agency} class="row" aria-current=${agency === only ? "true" : null}>
              ${account && html`<${Logo} account=${account} />`}
              <div><a class="cover" href=${jobsHref(tab, agency)} data-replace dir="auto">${account?.agencyName ?? common.all}</a></div>
              ${agency === only && html`<${Icon} name="tick" />`}
            </li>
          `;
        })}
      </ul>
    <//>
  `;
}
