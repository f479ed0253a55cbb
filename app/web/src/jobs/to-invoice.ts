// The jobs to invoice: each with an invoice, and a way off the list.
import { jobTitle } from "../data/jobs.ts";
import { age } from "../format.ts";
import { html } from "../html.ts";
import { Empty } from "../parts/empty.ts";
import { Icon } from "../parts/icon.ts";
import { From, Place, jobHref } from "../parts/job-row.ts";
import { useLimit } from "../parts/list-limit.ts";
import { LongList } from "../parts/long-list.ts";
import { openSheet } from "../parts/sheet.ts";
import { placeQuery } from "../parts/split.ts";
import { hrefTo } from "../router.ts";
import { common, jobs as words } from "../words.ts";
import { ElsewhereSheet, Problem, lastTakenOff, useMarking } from "./elsewhere-sheet.ts";

export function ToInvoiceJobs({ jobs }: {jobs: AccountJob[]}) {
  const [limit, onMore] = useLimit("to-invoice");
  const sheetJob = jobs.find((accountJob) => sheetOf(accountJob) === openSheet());
  return html`
    ${lastTakenOff.value && html`<${TakenOff} accountJob=${lastTakenOff.value} />`}
    ${jobs.length
      ? html`
          <p class="hint">${words.toInvoiceHint}</p>
          <${LongList} sections=${[{ name: "to-invoice", isStack: true, items: jobs, row }]} limit=${limit} onMore=${onMore} />
        `
      : html`<${Empty} art="tray" title=${words.noToInvoice} text=${words.noToInvoiceMore} />`}
    ${sheetJob && html`<${ElsewhereSheet} ...${sheetJob} />`}
  `;
}

/** Return the name of a job's sheet, for the address. */
const sheetOf = ({ account, job }: AccountJob) => `elsewhere ${account.name}/${job.jobId}`;

function row(accountJob: AccountJob) {
  const { job, account } = accountJob;
  const title = jobTitle(job);
  const offers = account.agency?.offers ?? [];
  const texts = [words.done(job.completedAt && age(job.completedAt)), !offers.includes("invoices.list") && words.noneHere];
  const sheet = hrefTo("/jobs", { ...Object.fromEntries(placeQuery()), sheet: sheetOf(accountJob) });
  return html`
    <div key=${`${account.name} ${job.jobId}`} class="card" role="listitem">
      <div class="row">
        <div>
          <h2><a class="cover" href=${jobHref(accountJob)} dir="auto">${title}</a></h2>
          <p class="second" dir="auto"><${Place} job=${job} /></p>
          <${From} account=${account} texts=${texts} />
        </div>
      </div>
      <div class="pad pair">
        <a class="btn" href=${sheet} aria-label=${`${common.elsewhere}: ${title}`}>${common.elsewhere}</a>
        ${offers.includes("invoices.submit") &&
        html`<a class="btn is-tint" href=${hrefTo(`/jobs/${job.jobId}/invoice`, {}, account.name)} aria-label=${`${common.invoice}: ${title}`}><${Icon} name="invoice" />${common.invoice}</a>`}
      </div>
    </div>
  `;
}

/** Says which job the person has just taken off the list, and puts it back. */
function TakenOff({ accountJob }: {accountJob: AccountJob}) {
  const [mark, problem] = useMarking(accountJob);
  return html`
    <p class="banner is-card prose">
      <span dir="auto">${words.isOff(jobTitle(accountJob.job))}</span>
      <button class="btn" type="button" onClick=${() => mark(null)}>${words.putBack}</button>
    </p>
    <${Problem} problem=${problem.value} />
  `;
}
