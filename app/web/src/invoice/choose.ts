// The choice of the job for an invoice that begins with a PDF from another app, and the rows of jobs to choose from.
import { useEffect, useState } from "preact/hooks";
import { isOpen, jobTitle, sortedBy, useJobs } from "../data/jobs.ts";
import { useToInvoice } from "../data/to-invoice.ts";
import { age } from "../format.ts";
import { html } from "../html.ts";
import { From, Place } from "../parts/job-row.ts";
import { Page } from "../parts/place.ts";
import { hrefTo, route } from "../router.ts";
import { readSharedFile } from "../store/shared-file.ts";
import { parts as partWords, sharedPdf as words } from "../words.ts";

export function ChooseJob() {
  const shared = route.value.query.get("shared");
  const [name, setName] = useState(null as string | null);
  useEffect(() => {
    readSharedFile().then((file) => setName(file?.name ?? ""));
  }, [shared]);
  const [done, all] = [useToInvoice(), useJobs()];
  const open = sortedBy(all.jobs.filter(isOpen), "reportedAt", { newestFirst: true });
  const isBusy = [...done.sources, ...all.sources].some(({ resource }) => resource.busy && !resource.body);
  const hrefOf = ({ job, account }: AccountJob) => hrefTo(`/jobs/${job.jobId}/invoice`, { ...(shared && { shared }) }, account.name);
  return html`
    <${Page} parent="/" title=${words.title} what=${words.title} sources=${all.sources}>
      ${shared && name !== null && html`<p dir="auto">${words.whichJob(name)}</p>`}
      ${done.jobs.length > 0 &&
      html`<h2 class="section"><span>${words.toInvoice}</span></h2><${JobRows} jobs=${done.jobs} hrefOf=${hrefOf} replaces />`}
      ${open.length > 0 && html`<h2 class="section"><span>${words.open}</span></h2><${JobRows} jobs=${open} hrefOf=${hrefOf} replaces />`}
      ${!done.jobs.length && !open.length && html`<p class="hint" role="status">${isBusy ? partWords.loading : words.noJobs}</p>`}
    <//>
  `;
}

/** `hrefOf`: the address of a job's link. `replaces`: the link replaces this page. */
export const JobRows = ({ jobs, hrefOf, replaces = false }: {jobs: AccountJob[], hrefOf: (job: AccountJob) => string, replaces?: boolean}) => html`
  <ul class="card">
    ${jobs.map((each) => html`<${JobRow} key=${`${each.account.name} ${each.job.jobId}`} ...${each} href=${hrefOf(each)} replaces=${replaces} />`)}
  </ul>
`;

function JobRow({ job, account, href, replaces }: AccountJob & {href: string, replaces: boolean}) {
  const since = job.completedAt ?? job.reportedAt;
  return html`
    <li class="row">
      <div>
        <h3><a class="cover" href=${href} data-replace=${replaces ? "" : null} dir="auto">${jobTitle(job)}</a></h3>
        <p class="second" dir="auto"><${Place} job=${job} /></p>
        <${From} account=${account} texts=${[]} />
      </div>
      ${since && html`<span class="at is-quiet">${age(since)}</span>`}
    </li>
  `;
}
