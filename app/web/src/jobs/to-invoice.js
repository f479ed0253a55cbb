// The jobs to invoice: each with an invoice, and a way off the list.
import { useSignal } from "@preact/signals";
import { markInvoicing } from "../data/to-invoice.js";
import { errorSentence } from "../api.js";
import { jobTitle } from "../data/jobs.js";
import { age } from "../format.js";
import { html } from "../html.js";
import { announce } from "../parts/announcer.js";
import { Empty } from "../parts/empty.js";
import { Icon } from "../parts/icon.js";
import { From, Place, jobHref } from "../parts/job-row.js";
import { useLimit } from "../parts/list-limit.js";
import { LongList } from "../parts/long-list.js";
import { placeQuery } from "../parts/split.js";
import { hrefTo } from "../router.js";
import { jobs as words } from "../words.js";
import { lastTakenOff, sheetOf } from "./invoiced-elsewhere.js";

/** @param {{jobs: AccountJob[]}} props */
export function ToInvoiceJobs({ jobs }) {
  const [limit, onMore] = useLimit("to-invoice");
  return html`
    <${TakenOff} />
    ${jobs.length
      ? html`
          <p class="hint">${words.toInvoiceHint}</p>
          <${LongList} sections=${[{ name: "to-invoice", isStack: true, items: jobs, row }]} limit=${limit} onMore=${onMore} />
        `
      : html`<${Empty} art="tray" title=${words.noToInvoice} text=${words.noToInvoiceMore} />`}
  `;
}

/** @param {AccountJob} accountJob */
function row(accountJob) {
  const { job, account } = accountJob;
  const offers = account.agency?.offers ?? [];
  const texts = [words.done(job.completedAt && age(job.completedAt)), !offers.includes("invoices.list") && words.noneHere];
  return html`
    <div key=${`${account.name} ${job.jobId}`} class="card" role="listitem">
      <div class="row">
        <div>
          <h2><a class="cover" href=${jobHref(accountJob)} dir="auto">${jobTitle(job)}</a></h2>
          <p class="second" dir="auto"><${Place} job=${job} /></p>
          <${From} account=${account} texts=${texts} />
        </div>
      </div>
      <div class="pad pair">
        <a class="btn" href=${hrefTo("/jobs", { ...Object.fromEntries(placeQuery()), sheet: sheetOf(accountJob) })}>${words.elsewhere}</a>
        ${offers.includes("invoices.submit") &&
        html`<a class="btn is-tint" href=${hrefTo(`/jobs/${job.jobId}/invoice`, {}, account.name)}><${Icon} name="invoice" />${words.invoice}</a>`}
      </div>
    </div>
  `;
}

/** Says which job the person has just taken off the list, and puts it back. */
function TakenOff() {
  const problem = useSignal(/** @type {string | null} */ (null));
  const last = lastTakenOff.value;
  if (!last) return null;
  const title = jobTitle(last.job);
  const putBack = async () => {
    problem.value = null;
    const answer = await markInvoicing(last.account, last.job.jobId, null);
    if (answer.status !== 204) problem.value = answer.offline ? words.needsSignal : errorSentence(answer);
    else {
      lastTakenOff.value = null;
      announce(words.isBack(title));
    }
  };
  return html`
    <p class="banner is-card prose" role="status">
      <span dir="auto">${words.isOff(title)}</span><button class="btn" type="button" onClick=${putBack}>${words.putBack}</button>
    </p>
    ${problem.value && html`<p class="problem" role="alert">${problem.value}</p>`}
  `;
}
