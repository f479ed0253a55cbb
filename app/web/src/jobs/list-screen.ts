// Jobs: open, to invoice, and done, of all agencies or of one. The address has the tab and the agency, so Back keeps them.
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { isCancelled, isOpen, useJobs } from "../data/jobs.ts";
import { useToInvoice } from "../data/to-invoice.ts";
import { html } from "../html.ts";
import { Missing } from "../parts/empty.ts";
import { Bones, isLoading } from "../parts/loading.ts";
import { Place } from "../parts/place.ts";
import { placeQuery } from "../parts/split.ts";
import { route } from "../router.ts";
import { jobs as words } from "../words.ts";
import { AgencySheet, Chips, ofAgency } from "./chips.ts";
import { DoneJobs } from "./done.ts";
import { OpenJobs } from "./open.ts";
import { Tabs, tabOf } from "./tabs.ts";
import { ToInvoiceJobs } from "./to-invoice.ts";

const CONTENTS = { open: OpenJobs, "to-invoice": ToInvoiceJobs, done: DoneJobs };

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
function useTopOfTab(tab: import("./tabs.ts").Tab, only: string | null) {
  const shown = `${tab} ${only}`;
  const last = useRef(shown);
  useLayoutEffect(() => {
    if (last.current !== shown && !route.value.isBack) (document.querySelector(".list") ?? window).scrollTo(0, 0);
    last.current = shown;
  }, [shown]);
}
