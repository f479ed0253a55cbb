// The page of a job: what is to do, where, for whom, what happened, and at the thumb what the person can do.
import { useJob } from "../data/jobs.js";
import { html } from "../html.js";
import { Heading } from "../parts/header.js";
import { Page } from "../parts/place.js";
import { job as words, parts as partWords } from "../words.js";
import { JobBar } from "./bar.js";
import { JobContent } from "./content.js";
import { JobSheet } from "./sheets.js";

/** @param {{id: string}} props */
export function JobScreen({ id }) {
  const { job, resource, account } = useJob(id);
  if (!account) return null;
  const frame = { parent: "/", account, what: words.thisJob, sources: [{ ...account, resource }] };
  if (!job) return html`<${Page} ...${frame}><${MissingJob} text=${resource.problem ?? partWords.loading} /><//>`;
  const accountJob = { job, account };
  return html`
    <${Page}
      ...${frame}
      meta=${metaOf(job)}
      className="page stack"
      bar=${html`<${JobBar} ...${accountJob} />`}
      sheet=${html`<${JobSheet} ...${accountJob} />`}
    >
      <${JobContent} ...${accountJob} />
    <//>
  `;
}

/**
 * Return the line below the agency's name in the header of a job: its reference and its category.
 *
 * @param {Job} job
 */
const metaOf = ({ reference, category }) => [reference, category].filter(Boolean).join(", ");

/**
 * A job that is being read, or that is not there: `text` says so.
 *
 * @param {{text: string}} props
 */
export const MissingJob = ({ text }) => html`
  <${Heading} title=${words.title} />
  <p class="hint" role="status">${text}</p>
`;
