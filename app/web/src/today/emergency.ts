// An emergency: what and where it is, and whom to call. It is said loudly, and only here.
import { hasSeveralAgencies } from "../data/accounts.ts";
import { jobAddress, jobTitle } from "../data/jobs.ts";
import { clock } from "../format.ts";
import { html } from "../html.ts";
import { dialledNumber, mapHref, nameToCall } from "../parts/contact-links.ts";
import { Icon } from "../parts/icon.ts";
import { From, Place, jobHref } from "../parts/job-row.ts";
import { today as words } from "../words.ts";

export function Emergency({ accountJob }: {accountJob: AccountJob}) {
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

function Ways({ job }: {job: Job}) {
  const [number, address] = [dialledNumber(job.reportedBy?.phone), jobAddress(job)];
  if (!number && !address) return null;
  return html`
    <div class="pair">
      ${number && html`<a class="btn" href=${`tel:${number}`}><${Icon} name="ring" />${words.callPerson(nameToCall(job.reportedBy?.name))}</a>`}
      ${address && html`<a class="btn" href=${mapHref(address)} target="_blank" rel="noopener noreferrer"><${Icon} name="map" />${words.directions}</a>`}
    </div>
  `;
}
