// The job sheet on paper: what is to do, what happened, and lines to write on. It names no amounts, because the tenant signs it.
import { jobAddress, jobTitle, useJob } from "../data/jobs.ts";
import { useOffice } from "../data/office.ts";
import { day, timeOfDay } from "../format.ts";
import { html } from "../html.ts";
import { Bar, Button } from "../parts/button.ts";
import { useOpening } from "../parts/opening.ts";
import { Page } from "../parts/place.ts";
import { common, items, job as jobWords, parts as partWords, print as words } from "../words.ts";
import { MissingJob } from "./screen.ts";
import { timelineOf } from "./timeline.ts";

export function PrintScreen({ id }: {id: string}) {
  const { job, resource, account } = useJob(id);
  if (!account) return null;
  const bar = html`<${Bar}><${Button} icon="print" look="is-primary" onClick=${() => window.print()}>${words.print}<//><//>`;
  return html`
    <${Page} parent="/" account=${account} meta=${jobWords.sheet} what=${common.thisJob} sources=${[{ ...account, resource }]} className="paper" bar=${job && bar}>
      ${job ? html`<${Paper} job=${job} account=${account} />` : html`<${MissingJob} text=${resource.problem ?? partWords.loading} />`}
    <//>
  `;
}

function Paper({ job, account }: AccountJob) {
  const { description, property, reportedBy, reference, priority, category } = job;
  const office = useOffice(account);
  const heading = useOpening(`${jobWords.sheet}: ${jobTitle(job)}`);
  const rows = [
    [words.where, jobAddress(job) || jobWords.noAddress],
    [common.reportedBy, listed(reportedBy?.name, reportedBy?.phone)],
    [common.agency, listed(account.agencyName, office?.name, office?.phone)],
  ];
  return html`
    <header>
      <div>
        <h1 ref=${heading} tabindex="-1" dir="auto">${jobTitle(job)}</h1>
        <p class="second" dir="auto">${[reference, priority, category, account.agencyName].filter(Boolean).join(" · ")}</p>
      </div>
      <div class="end">
        <b dir="auto">${account.displayName}</b>
        <p class="meta">${words.printed(day(Date.now()), timeOfDay(Date.now()))}</p>
      </div>
    </header>
    ${property?.access && html`<p class="box lines" dir="auto">${property.access}</p>`}
    <${Table} rows=${rows.filter(([, text]) => text)} />
    ${description && html`<p class="lines" dir="auto">${description}</p>`}
    <h2 class="section">${words.whatHappened}</h2>
    <${Table} rows=${historyOf(job, account)} />
    <${Lines} title=${words.workDone} number=${3} />
    <${Lines} title=${words.parts} number=${2} />
    <div class="pair"><${Lines} title=${words.onSite} number=${1} /><${Lines} title=${words.signature} number=${1} /></div>
  `;
}

const Table = ({ rows }: {rows: string[][]}) => html`
  <table>
    <tbody>
      ${rows.map(([name, text], index) => html`<tr key=${index}><th scope="row">${name}</th><td class="lines" dir="auto">${text}</td></tr>`)}
    </tbody>
  </table>
`;

const Lines = ({ title, number }: {title: string, number: number}) => html`
  <div><h2 class="section">${title}</h2>${Array.from({ length: number }, (_, index) => html`<p key=${index} class="write"></p>`)}</div>
`;

const historyOf = (job: Job, { displayName }: ShownAccount) =>
  timelineOf({ job, items: [], invoices: [], ownName: displayName }).flatMap((entry) => {
    const time = entry.at === null ? common.undated : `${day(entry.at)}, ${timeOfDay(entry.at)}`;
    if (entry.kind === "note") return [[time, `${entry.note.author || common.noName}: ${entry.note.note}`]];
    if (entry.kind === "done") return [[time, items.done]];
    return entry.kind === "reported" ? [[time, jobWords.reportedEntry(entry.by)]] : [];
  });

const listed = (...texts: (string | null | undefined)[]) => texts.filter(Boolean).join(", ");
