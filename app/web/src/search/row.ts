// A job that a search has hit. The words of the search are marked where they occur.
import { jobTitle } from "../data/jobs.ts";
import { placeOf } from "../data/places.ts";
import { fieldsOf, hitFields, piecesOf } from "../data/search.ts";
import { hasSeveralAgencies } from "../data/accounts.ts";
import { html } from "../html.ts";
import { jobHref } from "../parts/job-row.ts";
import { Logo } from "../parts/logo.ts";
import { search as words } from "../words.ts";

import type { Field } from "../data/search.ts";

const SNIPPET_BEFORE = 24;
const SNIPPET = 80;

/** Return a function that returns the row of a job, with these words marked. */
export const searchRow = (searched: string[], aside: (accountJob: AccountJob) => unknown) => (accountJob: AccountJob) => {
  const { job, account } = accountJob;
  const fields = fieldsOf(job);
  const hits = hitFields(fields, searched);
  const marked = (text: string, field: Field) =>
    piecesOf(text, searched, field).map(({ text: piece, isHit }) => (isHit ? html`<mark>${piece}</mark>` : piece));
  const { street, town } = placeOf(job);
  const { name, phone, category, description, reference, postcode } = fields;
  return html`
    <div key=${`${account.name} ${job.jobId}`} class="row" role="listitem">
      <div>
        <h3><a class="cover" href=${jobHref(accountJob)} dir="auto">${marked(jobTitle(job), "title")}</a></h3>
        <p class="second" dir="auto">
          ${marked(street, "address")}${street && town && ", "}${town && html`<span class="keep">${marked(town, "address")}</span>`}
          ${hits.has("postcode") && postcode && html` <span class="keep">${marked(postcode, "postcode")}</span>`}
        </p>
        ${(hits.has("name") || hits.has("phone")) &&
        html`
          <p class="second" dir="auto">
            ${name && html`${words.reportedBy} ${marked(name, "name")}`}${name && phone && ", "}${phone && html`<span class="keep">${marked(phone, "phone")}</span>`}
          </p>
        `}
        ${hits.has("category") && category && html`<p class="second" dir="auto">${marked(category, "category")}</p>`}
        ${hits.has("description") && description && html`<p class="second" dir="auto">${marked(snippetOf(description, searched), "description")}</p>`}
        <p class="from">
          ${hasSeveralAgencies() && html`<${Logo} account=${account} small />`}
          <span dir="auto">${hasSeveralAgencies() && account.agencyName}${hasSeveralAgencies() && reference && " · "}${reference && marked(reference, "reference")}</span>
        </p>
      </div>
      ${aside(accountJob)}
    </div>
  `;
};

/** Return the part of a description around the first hit. */
function snippetOf(text: string, searched: string[]) {
  const line = text.replace(/\s+/g, " ");
  const places = searched.map((word) => line.toLowerCase().indexOf(word)).filter((at) => at >= 0);
  const start = Math.max(0, Math.min(...places, line.length) - SNIPPET_BEFORE);
  const end = start + SNIPPET;
  return `${start ? "…" : ""}${line.slice(start, end)}${end < line.length ? "…" : ""}`;
}
