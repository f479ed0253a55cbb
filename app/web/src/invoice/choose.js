// The choice of the job for an invoice that begins with a PDF from another app.
import { useEffect, useState } from "preact/hooks";
import { isOpen, sortedBy, useJobs } from "../data/jobs.js";
import { useToInvoice } from "../data/to-invoice.js";
import { html } from "../html.js";
import { Page } from "../parts/place.js";
import { hrefTo, route } from "../router.js";
import { readSharedFile } from "../store/shared-file.js";
import { parts as partWords, sharedPdf as words } from "../words.js";
import { JobRows } from "./job-rows.js";

export function ChooseJob() {
  const shared = route.value.query.get("shared");
  const [name, setName] = useState(/** @type {string | null} */ (null));
  useEffect(() => {
    readSharedFile().then((file) => setName(file?.name ?? null));
  }, [shared]);
  const [done, all] = [useToInvoice(), useJobs()];
  const open = sortedBy(all.jobs.filter(isOpen), "reportedAt", { newestFirst: true });
  const isBusy = [...done.sources, ...all.sources].some(({ resource }) => resource.busy && !resource.body);
  /** @param {AccountJob} accountJob */
  const hrefOf = ({ job, account }) => hrefTo(`/jobs/${job.jobId}/invoice`, { ...(shared && { shared }) }, account.name);
  return html`
    <${Page} parent="/" title=${words.title} what=${words.title} sources=${all.sources}>
      ${name && html`<p dir="auto">${words.whichJob(name)}</p>`}
      ${done.jobs.length > 0 &&
      html`<h2 class="section"><span>${words.toInvoice}</span></h2><${JobRows} jobs=${done.jobs} hrefOf=${hrefOf} replaces />`}
      ${open.length > 0 && html`<h2 class="section"><span>${words.open}</span></h2><${JobRows} jobs=${open} hrefOf=${hrefOf} replaces />`}
      ${!done.jobs.length && !open.length && html`<p class="hint" role="status">${isBusy ? partWords.loading : words.noJobs}</p>`}
    <//>
  `;
}
