// One job: what is to be done and where, who to call, what was said about it, and what one does about it.
import { html } from "../html.js";
import { InvoicesOf } from "../invoice/list.js";
import { AsOf, Absence } from "../parts/fresh.js";
import { Icon } from "../parts/icon.js";
import { Call, Mail, Place } from "../parts/reach.js";
import { Screen } from "../parts/screen.js";
import { Status } from "../parts/status.js";
import { useReading } from "../reading.js";
import { to } from "../router.js";
import { day, moment } from "../words.js";
import { Completion, Undo } from "./completion.js";
import { Notes } from "./notes.js";
import { Reopening } from "./reopening.js";
import { isEmergency, standing, titleOf } from "./state.js";
import { useJob } from "./use-job.js";

const LIST = { path: "/jobs", name: "Jobs" };

export function Job({ id }) {
  const { job, reading } = useJob(id);
  const agency = useReading("agency").value.body;
  if (!job) return html`<${Screen} title="Job" back=${LIST}><${Absence} reading=${reading} /><//>`;
  const offers = agency?.offers ?? [];
  const [stands, isChangeable] = [standing(job, agency), offers.includes("jobs.complete")];
  return html`
    <${Screen} title=${titleOf(job)} back=${LIST}>
      <${Heads} job=${job} />
      <div class="card">
        ${job.description && html`<p class="description" dir="auto">${job.description}</p>`}
        <${Facts} job=${job} />
      </div>
      <div class="doing">
        ${isChangeable && html`<${Completion} job=${job} isOpen=${stands === "open"} />`}
        ${offers.includes("invoices.submit") &&
        html`<a class="btn btn-secondary" href=${to(`/jobs/${id}/invoice`)}><${Icon} name="invoice" />Send its invoice</a>`}
        ${isChangeable && html`<${Undo} jobId=${id} />`}
      </div>
      ${offers.includes("invoices.submit") && html`<${InvoicesOf} jobId=${id} agency=${agency} />`}
      <${Notes} job=${job} canAdd=${offers.includes("notes.add")} />
      ${isChangeable && stands === "completed" && html`<${Reopening} job=${job} />`}
      <${AsOf} reading=${reading} />
    <//>
  `;
}

function Heads({ job }) {
  const { status, priority, category, reference, reportedAt, completedAt } = job;
  if (![status, priority, category, reference, reportedAt, completedAt].some(Boolean)) return null;
  return html`
    <p class="about">
      ${isEmergency(job) && html`<span class="emergency"><${Icon} name="emergency" />Emergency</span>`}
      ${status && html`<${Status}>${status}<//>`}
      ${priority && !isEmergency(job) && html`<span dir="auto">Priority: ${priority}</span>`}
      ${category && html`<span dir="auto">${category}</span>`}
      ${reference && html`<span dir="auto">${reference}</span>`}
      ${reportedAt && html`<span>Reported <time datetime=${reportedAt}>${moment(reportedAt)}</time></span>`}
      ${completedAt && html`<span>Completed <time datetime=${completedAt}>${day(completedAt)}</time></span>`}
    </p>
  `;
}

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
