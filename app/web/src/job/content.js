// What a job's page says between its header and its bar. On a wide window it stands beside a list, in two columns.
import { useContext } from "preact/hooks";
import { jobTitle } from "../data/jobs.js";
import { clock } from "../format.js";
import { html } from "../html.js";
import { Heading } from "../parts/header.js";
import { Icon } from "../parts/icon.js";
import { IsBeside } from "../parts/split.js";
import { job as words } from "../words.js";
import { Activity } from "./activity.js";
import { useJobFacts } from "./facts.js";
import { WhereAndWho } from "./where.js";

/** @typedef {ReturnType<typeof useJobFacts>} Facts */

/** @param {AccountJob} props */
export function JobContent({ job, account }) {
  const facts = useJobFacts({ job, account });
  const { stage, undoable } = facts;
  const isBeside = useContext(IsBeside);
  const work = html`
    <${WhereAndWho} job=${job} stage=${stage} hasAccess=${stage === "open" || undoable !== null} />
    ${job.description &&
    stage !== "cancelled" &&
    html`<section class="card pad" aria-label=${words.whatIsWrong}><p class="lines" dir="auto">${job.description}</p></section>`}
  `;
  const activity = html`<${Activity} job=${job} account=${account} facts=${facts} />`;
  return html`
    <div><${Heading} title=${jobTitle(job)} /><${Tags} job=${job} facts=${facts} /></div>
    ${stage === "cancelled" &&
    html`
      <p class="banner is-card is-bad">
        <${Icon} name="cancelled" /><span><b>${words.doNotGo}</b> ${words.agencyCancelled(account.shortName)}</span>
      </p>
    `}
    ${isBeside ? html`<div class="columns"><div class="stack">${work}</div><div>${activity}</div></div>` : html`${work}${activity}`}
  `;
}

/** @param {{job: Job, facts: Facts}} props */
function Tags({ job, facts: { stage, completion } }) {
  const { emergency, priority, priorityRank, status, completedAt } = job;
  const doneAt = completion?.addedAt ?? completedAt;
  const isUrgent = emergency && stage === "open";
  return html`
    <p class="tags prose">
      ${stage === "cancelled" && html`<span class="tag"><${Icon} name="cancelled" small />${words.cancelled}</span>`}
      ${stage === "done" && html`<span class="tag is-ok"><${Icon} name="tick" small />${words.done(doneAt ? clock(doneAt) : null)}</span>`}
      ${isUrgent && html`<span class="tag is-alarm"><${Icon} name="emergency" small />${words.emergency}</span>`}
      ${priority &&
      !isUrgent &&
      stage !== "cancelled" &&
      html`<span class="tag" dir="auto">${priorityRank === 1 && html`<${Icon} name="high" small />`}${priority}</span>`}
      ${status && stage === "open" && html`<span class="tag" dir="auto">${status}</span>`}
    </p>
  `;
}
