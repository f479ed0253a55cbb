// What a job's page says between its header and its bar. On a wide window it stands beside a list, in two columns.
import { useContext } from "preact/hooks";
import { jobTitle } from "../data/jobs.ts";
import { clock } from "../format.ts";
import { html } from "../html.ts";
import { Heading } from "../parts/header.ts";
import { Icon } from "../parts/icon.ts";
import { IsBeside } from "../parts/split.ts";
import { job as words } from "../words.ts";
import { Activity } from "./activity.ts";
import { useJobFacts } from "./facts.ts";
import { WhereAndWho } from "./where.ts";

export type Facts = ReturnType<typeof useJobFacts>;

export function JobContent({ job, account }: AccountJob) {
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

function Tags({ job, facts: { stage, completion } }: {job: Job, facts: Facts}) {
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
