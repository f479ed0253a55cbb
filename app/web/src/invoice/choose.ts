// The choice of the job for an invoice that begins with a PDF from another app.
import { useEffect, useMemo, useState } from "preact/hooks";
import { isOpen, sortedBy, useJobs } from "../data/jobs.ts";
import { useToInvoice } from "../data/to-invoice.ts";
import { age } from "../format.ts";
import { html } from "../html.ts";
import { rowOf } from "../parts/job-row.ts";
import { LongList } from "../parts/long-list.ts";
import { Page } from "../parts/place.ts";
import { hrefTo, route } from "../router.ts";
import { readSharedFile } from "../store/shared-file.ts";
import { parts as partWords, sharedPdf as words } from "../words.ts";

export function ChooseJob() {
  const shared = route.value.query.get("shared");
  const [name, setName] = useState(null as string | null);
  useEffect(() => {
    readSharedFile().then((file) => setName(file?.name ?? ""));
  }, [shared]);
  const [done, all] = [useToInvoice(), useJobs()];
  const open = useMemo(() => sortedBy(all.jobs.filter(isOpen), "reportedAt", { newestFirst: true }), [all.jobs]);
  const row = useMemo(() => formRow(shared), [shared]);
  const isBusy = [...done.sources, ...all.sources].some(({ resource }) => resource.busy && !resource.body);
  const sections = [
    { name: "to-invoice", title: words.toInvoice, items: done.jobs, row },
    { name: "open", title: words.open, items: open, row },
  ];
  return html`
    <${Page} parent="/" title=${words.title} what=${words.title} sources=${all.sources}>
      ${shared && name !== null && html`<p dir="auto">${words.whichJob(name)}</p>`}
      <${LongList} name="choose" sections=${sections}><p class="hint" role="status">${isBusy ? partWords.loading : words.noJobs}</p><//>
    <//>
  `;
}

/** Describe the row of a job to invoice: how long ago it was done, or else reported. */
export function describeAge({ job: { completedAt, reportedAt } }: AccountJob) {
  const since = completedAt ?? reportedAt;
  return { texts: [], aside: since && html`<span class="at is-quiet">${age(since)}</span>` };
}

/** Return a function that returns the row of a job. It leads to the form of its invoice. */
const formRow = (shared: string | null) =>
  rowOf({
    describe: describeAge,
    href: ({ job, account }) => hrefTo(`/jobs/${job.jobId}/invoice`, { ...(shared && { shared }) }, account.name),
    replaces: true,
  });
