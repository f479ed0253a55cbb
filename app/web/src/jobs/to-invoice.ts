// The jobs to invoice: each with an invoice, and a way off the list.
import { jobTitle } from "../data/jobs.ts";
import { age } from "../format.ts";
import { html } from "../html.ts";
import { Button } from "../parts/button.ts";
import { Empty } from "../parts/empty.ts";
import { From, Place, jobHref } from "../parts/job-row.ts";
import { LongList } from "../parts/long-list.ts";
import { openSheet } from "../parts/sheet.ts";
import { placeQuery } from "../parts/split.ts";
import { hrefTo } from "../router.ts";
import { common, jobs as words } from "../words.ts";
import { ElsewhereSheet, Problem, lastTakenOff, useMarking } from "./elsewhere-sheet.ts";

export function ToInvoiceJobs({ jobs }: {jobs: AccountJob[]}) {
  const sheetJob = jobs.find((accountJob) => sheetOf(accountJob) === openSheet());
  const sections = [{ name: "to-invoice", isStack: true, items: jobs, row }];
  return html`
    ${lastTakenOff.value && html`<${TakenOff} accountJob=${lastTakenOff.value} />`}
    ${jobs.length > 0 && html`<p class="hint">${words.toInvoiceHint}</p>`}
    <${LongList} name="to-invoice" sections=${sections}><${Empty} art="tray" title=${words.noToInvoice} text=${words.noToInvoiceMore} /><//>
    ${sheetJob && html`<${ElsewhereSheet} ...${sheetJob} />`}
  `;
}

const sheetOf = ({ account, job }: AccountJob) => `elsewhere ${account.name}/${job.jobId}`;

function row(accountJob: AccountJob) {
  const { job, account } = accountJob;
  const title = jobTitle(job);
  const offers = account.agency?.offers ?? [];
  const texts = [words.done(job.completedAt && age(job.completedAt)), !offers.includes("invoices.list") && words.noneHere];
  const invoiceHref = hrefTo(`/jobs/${job.jobId}/invoice`, {}, account.name);
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
        <${Button} href=${sheet} aria-label=${`${common.elsewhere}: ${title}`}>${common.elsewhere}<//>
        ${offers.includes("invoices.submit") && html`<${Button} icon="invoice" look="is-tint" href=${invoiceHref} aria-label=${`${common.invoice}: ${title}`}>${common.invoice}<//>`}
      </div>
    </div>
  `;
}

function TakenOff({ accountJob }: {accountJob: AccountJob}) {
  const { mark, problem } = useMarking(accountJob);
  return html`
    <p class="banner is-card prose">
      <span dir="auto">${words.isOff(jobTitle(accountJob.job))}</span>
      <${Button} onClick=${() => mark(null)}>${words.putBack}<//>
    </p>
    <${Problem} problem=${problem.value} />
  `;
}
