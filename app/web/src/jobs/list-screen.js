// Jobs: open, to invoice, and done, of all agencies or of one. The address has the tab and the agency, so Back keeps them.
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { isCancelled, isOpen, useJobs } from "../data/jobs.js";
import { useToInvoice } from "../data/to-invoice.js";
import { html } from "../html.js";
import { Missing } from "../parts/empty.js";
import { Bones, isLoading } from "../parts/loading.js";
import { Place } from "../parts/place.js";
import { placeQuery } from "../parts/split.js";
import { route } from "../router.js";
import { jobs as words } from "../words.js";
import { AgencySheet, Chips, ofAgency } from "./chips.js";
import { DoneJobs } from "./done.js";
import { OpenJobs } from "./open.js";
import { Tabs, tabOf } from "./tabs.js";
import { ToInvoiceJobs } from "./to-invoice.js";

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

/**
 * Begin at the top of another tab, or of another agency's jobs. A person who comes back begins where they were.
 *
 * @param {import("./tabs.js").Tab} tab
 * @param {string | null} only
 */
function useTopOfTab(tab, only) {
  const shown = `${tab} ${only}`;
  const last = useRef(shown);
  useLayoutEffect(() => {
    if (last.current !== shown && !route.value.isBack) (document.querySelector(".list") ?? window).scrollTo(0, 0);
    last.current = shown;
  }, [shown]);
}
