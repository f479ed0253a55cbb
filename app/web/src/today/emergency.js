// An emergency: what and where it is, and whom to call. It is said loudly, and only here.
import { hasSeveralAgencies } from "../data/accounts.js";
import { jobAddress, jobTitle } from "../data/jobs.js";
import { clock } from "../format.js";
import { html } from "../html.js";
import { dialledNumber, mapHref, nameToCall } from "../parts/contact-links.js";
import { Icon } from "../parts/icon.js";
import { From, Place, jobHref } from "../parts/job-row.js";
import { today as words } from "../words.js";

/** @param {{accountJob: AccountJob}} props */
export function Emergency({ accountJob }) {
  const { job, account } = accountJob;
  const { reportedAt, reportedBy } = job;
  const by = reportedBy?.name && words.reportedBy(reportedBy.name, hasSeveralAgencies());
  return html`
    <section class="alarm" aria-label=${words.emergency}>
      <p class="kick"><${Icon} name="emergency" />${words.emergency}${reportedAt && html`<span>${words.reported(clock(reportedAt))}</span>`}</p>
      <h2><a class="cover" href=${jobHref(accountJob)} dir="auto">${jobTitle(job)}</a></h2>
      <p dir="auto"><${Place} job=${job} /></p>
      <${From} account=${account} texts=${[by]} />
      <${Ways} job=${job} />
    </section>
  `;
}

/** @param {{job: Job}} props */
function Ways({ job }) {
  const [number, address] = [dialledNumber(job.reportedBy?.phone), jobAddress(job)];
  if (!number && !address) return null;
  return html`
    <div class="pair">
      ${number && html`<a class="btn" href=${`tel:${number}`}><${Icon} name="ring" />${words.callPerson(nameToCall(job.reportedBy?.name))}</a>`}
      ${address && html`<a class="btn" href=${mapHref(address)} target="_blank" rel="noopener noreferrer"><${Icon} name="map" />${words.directions}</a>`}
    </div>
  `;
}
