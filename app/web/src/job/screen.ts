// The page of a job: what is to do, where, for whom, what happened, and at the thumb what the person can do. On a wide window it
// stands beside a list, in two columns.
import { useContext } from "preact/hooks";
import { jobAddress, jobTitle, useJob } from "../data/jobs.ts";
import { clock } from "../format.ts";
import { html } from "../html.ts";
import { dialledNumber, mailHref, mapHref, nameToCall, takesTexts } from "../parts/contact-links.ts";
import { Heading } from "../parts/header.ts";
import { Icon } from "../parts/icon.ts";
import { Page } from "../parts/place.ts";
import { IsBeside } from "../parts/split.ts";
import { common, job as words, parts as partWords } from "../words.ts";
import { Activity } from "./activity.ts";
import { JobBar } from "./bar.ts";
import { type Facts, useJobFacts } from "./facts.ts";
import type { Stage } from "./rules.ts";
import { JobSheet } from "./sheets.ts";

export function JobScreen({ id }: {id: string}) {
  const { job, resource, account } = useJob(id);
  if (!account) return null;
  const frame = { parent: "/", account, what: common.thisJob, sources: [{ ...account, resource }] };
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

const metaOf = ({ reference, category }: Job) => [reference, category].filter(Boolean).join(", ");

/** A job that is being read, or that is not there: `text` says so. */
export const MissingJob = ({ text }: {text: string}) => html`
  <${Heading} title=${common.job} />
  <p class="hint" role="status">${text}</p>
`;

function JobContent({ job, account }: AccountJob) {
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
      ${stage === "cancelled" && html`<span class="tag"><${Icon} name="cancelled" small />${common.cancelled}</span>`}
      ${stage === "done" && html`<span class="tag is-ok"><${Icon} name="tick" small />${words.done(doneAt ? clock(doneAt) : null)}</span>`}
      ${isUrgent && html`<span class="tag is-alarm"><${Icon} name="emergency" small />${common.emergency}</span>`}
      ${priority &&
      !isUrgent &&
      stage !== "cancelled" &&
      html`<span class="tag" dir="auto">${priorityRank === 1 && html`<${Icon} name="high" small />`}${priority}</span>`}
      ${status && stage === "open" && html`<span class="tag" dir="auto">${status}</span>`}
    </p>
  `;
}

const SHOWN_MS = 30 * 24 * 3600_000; // the portal itself then leaves out the access, the number and the e-mail address

function WhereAndWho({ job, stage, hasAccess }: {job: Job, stage: Stage, hasAccess: boolean}) {
  const { property, reportedBy, completedAt } = job;
  const isOver = stage === "cancelled" || (stage === "done" && completedAt !== null && Date.now() - Date.parse(completedAt) > SHOWN_MS);
  const tiles = isOver ? [] : tilesOf(job);
  const name = stage !== "cancelled" && reportedBy?.name;
  const second = [property?.postcode, name && words.reportedBy(name), isOver ? null : remarkOf(reportedBy?.phone)];
  return html`
    <section class="card" aria-label=${words.whereAndWho}>
      ${property?.access &&
      hasAccess &&
      html`<p class="access"><${Icon} name="key" /><span class="lines" dir="auto">${property.access}</span></p>`}
      <div class="pad stack">
        <div>
          <h2 dir="auto">${streetOf(job) || words.noAddress}</h2>
          <p class="second" dir="auto">${second.filter(Boolean).join(" · ")}</p>
        </div>
        ${tiles.length > 0 && html`<div class="tiles">${tiles.map((tile) => html`<${Tile} key=${tile.icon} ...${tile} />`)}</div>`}
      </div>
    </section>
  `;
}

type TileProps = {icon: string, label: string, href: string};

function Tile({ icon, label, href }: TileProps) {
  const attributes = href.startsWith("https:") ? { target: "_blank", rel: "noopener noreferrer" } : {};
  return html`<a class="tile" href=${href} dir="auto" ...${attributes}><${Icon} name=${icon} />${label}</a>`;
}

/** In an emergency, the call comes first. Without a number, the e-mail address takes its place. */
function tilesOf(job: Job): TileProps[] {
  const { reportedBy, emergency } = job;
  const [address, number, mail] = [jobAddress(job), dialledNumber(reportedBy?.phone), mailHref(reportedBy?.email)];
  const name = nameToCall(reportedBy?.name);
  const call = number ? [{ icon: "ring", label: common.call(name), href: `tel:${number}` }] : [];
  return [
    ...(emergency ? call : []),
    ...(address ? [{ icon: "map", label: common.directions, href: mapHref(address) }] : []),
    ...(emergency ? [] : call),
    ...(takesTexts(number) ? [{ icon: "text", label: words.text(name), href: `sms:${number}` }] : []),
    ...(!number && mail ? [{ icon: "mail", label: words.email(name), href: mail }] : []),
  ];
}

/** Return the text of a telephone number if it says more than the number that is dialled, else null. */
function remarkOf(phone: string | null | undefined) {
  const digits = (phone ?? "").replace(/\D/g, "");
  return phone && (/\p{L}/u.test(phone) || digits.length > dialledNumber(phone).length) ? phone : null;
}

function streetOf({ property }: Job) {
  const { address, postcode } = property ?? {};
  return (postcode && address?.endsWith(postcode) ? address.slice(0, -postcode.length).replace(/[\s,]+$/, "") : address) ?? "";
}
