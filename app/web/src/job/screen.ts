// The page of a job: what is to do, where, for whom, what happened, and at the thumb what the person can do.
import { useJob } from "../data/jobs.ts";
import { html } from "../html.ts";
import { Heading } from "../parts/header.ts";
import { Page } from "../parts/place.ts";
import { job as words, parts as partWords } from "../words.ts";
import { JobBar } from "./bar.ts";
import { JobContent } from "./content.ts";
import { JobSheet } from "./sheets.ts";

export function JobScreen({ id }: {id: string}) {
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

/** Return the line below the agency's name in the header of a job: its reference and its category. */
const metaOf = ({ reference, category }: Job) => [reference, category].filter(Boolean).join(", ");

/** A job that is being read, or that is not there: `text` says so. */
export const MissingJob = ({ text }: {text: string}) => html`
  <${Heading} title=${words.title} />
  <p class="hint" role="status">${text}</p>
`;
