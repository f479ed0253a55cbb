// Jobs in a list, each with its agency and how long ago it was done or reported.
import { jobTitle } from "../data/jobs.ts";
import { age } from "../format.ts";
import { html } from "../html.ts";
import { From, Place } from "../parts/job-row.ts";

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
