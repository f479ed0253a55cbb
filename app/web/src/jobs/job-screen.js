// The screen of a job: the work, the address, the contacts, the notes, and what the person can do.
import { isEmergency, jobTitle, tabOf, useJob } from "../data/jobs.js";
import { useResource } from "../data/resource.js";
import { dateTime, day } from "../format.js";
import { html } from "../html.js";
import { InvoicesOfJob } from "../invoice/list.js";
import { Call, Mail, Place } from "../parts/contact-links.js";
import { Absence, AsOf } from "../parts/freshness.js";
import { Icon } from "../parts/icon.js";
import { Screen } from "../parts/screen.js";
import { Status } from "../parts/status.js";
import { hrefTo } from "../router.js";
import { Completion, UndoCompletion } from "./completion.js";
import { Notes } from "./notes.js";
import { Reopening } from "./reopening.js";

const LIST = { path: "/jobs", name: "Jobs" };

/** @param {{id: string}} props */
export function JobScreen({ id }) {
  const { job, resource } = useJob(id);
  const agency = useResource("agency").value.body;
  if (!job) return html`<${Screen} title="Job" back=${LIST}><${Absence} resource=${resource} /><//>`;
  const offers = agency?.offers ?? [];
  const [tab, canComplete] = [tabOf(job, agency), offers.includes("jobs.complete")];
  return html`
    <${Screen} title=${jobTitle(job)} back=${LIST}>
      <${Summary} job=${job} />
      <div class="card">
        ${job.description && html`<p class="description" dir="auto">${job.description}</p>`}
        <${Facts} job=${job} />
      </div>
      <div class="doing">
        ${canComplete && html`<${Completion} job=${job} isOpen=${tab === "open"} />`}
        ${offers.includes("invoices.submit") &&
        html`<a class="btn btn-secondary" href=${hrefTo(`/jobs/${id}/invoice`)}><${Icon} name="invoice" />Send its invoice</a>`}
        ${canComplete && html`<${UndoCompletion} jobId=${id} />`}
      </div>
      ${offers.includes("invoices.submit") && html`<${InvoicesOfJob} jobId=${id} agency=${agency} />`}
      <${Notes} job=${job} canAdd=${offers.includes("notes.add")} />
      ${canComplete && tab === "completed" && html`<${Reopening} job=${job} />`}
      <${AsOf} resource=${resource} />
    <//>
  `;
}

/** @param {{job: Job}} props */
function Summary({ job }) {
  const { status, priority, category, reference, reportedAt, completedAt } = job;
  if (![status, priority, category, reference, reportedAt, completedAt].some(Boolean)) return null;
  return html`
    <p class="about">
      ${isEmergency(job) && html`<span class="emergency"><${Icon} name="emergency" />Emergency</span>`}
      ${status && html`<${Status}>${status}<//>`}
      ${priority && !isEmergency(job) && html`<span dir="auto">Priority: ${priority}</span>`}
      ${category && html`<span dir="auto">${category}</span>`}
      ${reference && html`<span dir="auto">${reference}</span>`}
      ${reportedAt && html`<span>Reported <time datetime=${reportedAt}>${dateTime(reportedAt)}</time></span>`}
      ${completedAt && html`<span>Completed <time datetime=${completedAt}>${day(completedAt)}</time></span>`}
    </p>
  `;
}

/** @param {{job: Job}} props */
function Facts({ job: { property, reportedBy } }) {
  const { name, phone, email } = reportedBy ?? {};
  return html`
    <dl class="facts">
      <div><dt>Address</dt><dd><${Place} address=${property?.address} postcode=${property?.postcode} /></dd></div>
      ${property?.access && html`<div><dt>Access</dt><dd dir="auto">${property.access}</dd></div>`}
      ${(name || phone || email) &&
      html`<div>
        <dt>Tenant</dt>
        <dd>
          ${name && html`<span dir="auto">${name}</span>`}
          <${Call} phone=${phone} who=${name ?? "the tenant"} /><${Mail} email=${email} who=${name ?? "the tenant"} />
        </dd>
      </div>`}
    </dl>
  `;
}
