// The job sheet on paper: what is to do, what happened, and lines to write on. It names no amounts, because the tenant signs it.
import { jobAddress, jobTitle, useJob } from "../data/jobs.js";
import { useOffice } from "../data/office.js";
import { day, timeOfDay } from "../format.js";
import { html } from "../html.js";
import { Icon } from "../parts/icon.js";
import { useOpening } from "../parts/opening.js";
import { Page } from "../parts/place.js";
import { job as jobWords, parts as partWords, print as words } from "../words.js";
import { MissingJob } from "./screen.js";
import { timelineOf } from "./timeline.js";

/** @param {{id: string}} props */
export function PrintScreen({ id }) {
  const { job, resource, account } = useJob(id);
  if (!account) return null;
  const bar = html`
    <footer class="bar" aria-label=${jobWords.actionsLabel}>
      <button class="btn is-primary" type="button" onClick=${() => window.print()}><${Icon} name="print" />${words.print}</button>
    </footer>
  `;
  return html`
    <${Page} parent="/" account=${account} meta=${jobWords.sheet} what=${jobWords.thisJob} sources=${[{ ...account, resource }]} className="paper" bar=${job && bar}>
      ${job ? html`<${Paper} job=${job} account=${account} />` : html`<${MissingJob} text=${resource.problem ?? partWords.loading} />`}
    <//>
  `;
}

/** @param {AccountJob} props */
function Paper({ job, account }) {
  const { description, property, reportedBy, reference, priority, category } = job;
  const office = useOffice(account);
  const heading = useOpening(`${jobWords.sheet}: ${jobTitle(job)}`);
  const rows = [
    [words.where, jobAddress(job) || jobWords.noAddress],
    [words.reportedBy, listed(reportedBy?.name, reportedBy?.phone)],
    [words.agency, listed(account.agencyName, office?.name, office?.phone)],
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

/** @param {{rows: string[][]}} props */
const Table = ({ rows }) => html`
  <table>
    <tbody>
      ${rows.map(([name, text], index) => html`<tr key=${index}><th scope="row">${name}</th><td class="lines" dir="auto">${text}</td></tr>`)}
    </tbody>
  </table>
`;

/** @param {{title: string, number: number}} props */
const Lines = ({ title, number }) => html`
  <div><h2 class="section">${title}</h2>${Array.from({ length: number }, (_, index) => html`<p key=${index} class="write"></p>`)}</div>
`;

/**
 * Return the notes and the report of a job, each with its time.
 *
 * @param {Job} job
 * @param {ShownAccount} account
 */
const historyOf = (job, { displayName }) =>
  timelineOf({ job, items: [], invoices: [], ownName: displayName }).flatMap((entry) => {
    const time = entry.at === null ? jobWords.undated : `${day(entry.at)}, ${timeOfDay(entry.at)}`;
    if (entry.kind === "note") return [[time, `${entry.note.author || jobWords.noName}: ${entry.note.note}`]];
    if (entry.kind === "done") return [[time, jobWords.doneEntry]];
    return entry.kind === "reported" ? [[time, jobWords.reportedEntry(entry.by)]] : [];
  });

/** @param {(string | null | undefined)[]} texts */
const listed = (...texts) => texts.filter(Boolean).join(", ");
