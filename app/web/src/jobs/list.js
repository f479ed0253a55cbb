// The jobs: open ones first, those that are done or called off behind a tab, searched as one types.
import { signal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { html } from "../html.js";
import { announce } from "../parts/announce.js";
import { AsOf, Absence } from "../parts/fresh.js";
import { Icon } from "../parts/icon.js";
import { Rows, STEP } from "../parts/rows.js";
import { Screen } from "../parts/screen.js";
import { Status } from "../parts/status.js";
import { useReading } from "../reading.js";
import { place, to } from "../router.js";
import { account } from "../session.js";
import { age, count, today } from "../words.js";
import { asKnown, byUrgency, isEmergency, onItsWay, search, standing, titleOf, versionSince } from "./state.js";

const TABS = { open: "Open", completed: "Completed", cancelled: "Cancelled" };
const NONE = {
  open: "There is no open job for you just now.",
  completed: "No job was completed yet.",
  cancelled: "No job was cancelled.",
};
const looked = signal({}); // {at, tab, text, made, found}: in which account, what was searched, and how many rows of each list

export function Jobs() {
  const reading = useReading("jobs");
  const agency = useReading("agency").value.body;
  const tab = place.value.query.get("show") ?? "open";
  return html`
    <${Screen} title="Jobs">
      ${reading.value.body
        ? html`<${List} jobs=${reading.value.body.jobs} begunAt=${reading.value.begunAt} agency=${agency} tab=${Object.hasOwn(TABS, tab) ? tab : "open"} />`
        : html`<${Absence} reading=${reading.value} />`}
      <${AsOf} reading=${reading.value} />
    <//>
  `;
}

function List({ jobs, begunAt, agency, tab }) {
  const at = place.value.account;
  const { text, made, found } = lookedAt(at, tab);
  const changes = versionSince(begunAt);
  const sorted = useMemo(() => byUrgency(asKnown(jobs, begunAt)), [jobs, changes]);
  const byTab = useMemo(() => parted(sorted, agency), [sorted, agency]);
  const foundBy = useMemo(() => mapped(byTab, (those) => those.filter(search(text))), [byTab, text]);
  const number = foundBy[tab].length;
  const show = (changes) => {
    looked.value = { ...lookedAt(at, tab), ...changes }; // what is typed meanwhile stays
  };
  useEffect(() => {
    if (text) announce(number ? `${count(number, "job")} found` : "No job found");
  }, [text, tab]);
  return html`
    <form class="search" role="search" onSubmit=${(event) => event.preventDefault()}>
      <label class="visually-hidden" for="search">Search in jobs</label>
      <${Icon} name="search" />
      <input
        id="search" class="form-control" type="search" placeholder="Search" autocomplete="off" enterkeyhint="search"
        value=${text} onInput=${(event) => show({ text: event.target.value, found: STEP })}
      />
    </form>
    <nav class="tabs" aria-label="Jobs by state">
      ${Object.entries(TABS)
        .filter(([name]) => name !== "cancelled" || byTab.cancelled.length)
        .map(
          ([name, word]) => html`
            <a key=${name} href=${to("/jobs", { show: name })} aria-current=${name === tab ? "true" : null}>
              ${word} <span class="number">${foundBy[name].length}</span>
            </a>
          `,
        )}
    </nav>
    ${!number && html`<p class="notice">${text ? `No job here has “${text}” in it.${elsewhere(foundBy)}` : NONE[tab]}</p>`}
    <div key=${tab} class=${text ? "is-away" : null}>
      <${Rows} of=${byTab[tab]} row=${rowOf} most=${made} onMore=${() => show({ made: made + STEP })} />
    </div>
    ${text && html`<${Rows} key=${`found ${tab}`} of=${foundBy[tab]} row=${rowOf} most=${found} onMore=${() => show({ found: found + STEP })} />`}
  `;
}

function lookedAt(at, tab) {
  const last = looked.value.at === at ? looked.value : { text: "" };
  return last.tab === tab ? last : { at, tab, text: last.text, made: STEP, found: STEP };
}

const mapped = (tabs, change) => Object.fromEntries(Object.entries(tabs).map(([name, those]) => [name, change(those)]));

function elsewhere(foundBy) {
  const places = Object.keys(TABS).filter((name) => foundBy[name].length);
  return places.map((name) => ` ${TABS[name]}: ${foundBy[name].length}.`).join("");
}

function parted(jobs, agency) {
  const tabs = { open: [], completed: [], cancelled: [] };
  for (const job of jobs) tabs[standing(job, agency)].push(job);
  return tabs;
}

const rows = new WeakMap();

/** The row of a job, the same until it says something else: as a long list grows, only what is new costs anything. */
function rowOf(job) {
  const sent = onItsWay(job.jobId, account.value?.agencyName);
  const told = [today(), ...sent].join();
  if (rows.get(job)?.told !== told) rows.set(job, { told, row: row(job, sent) });
  return rows.get(job).row;
}

// No component: to take hundreds of them away takes a slow phone a tenth of a second.
function row(job, sent) {
  const { jobId, reference, status, reportedAt, property } = job;
  return html`
    <div key=${jobId} class="row" role="listitem">
      <a href=${to(`/jobs/${jobId}`)}>
        ${isEmergency(job) && html`<span class="emergency"><${Icon} name="emergency" />Emergency</span>`}
        <span class="title" dir="auto">${titleOf(job)}</span>
        ${property?.address && html`<span class="address" dir="auto">${property.address}</span>`}
        <span class="about">
          ${status && html`<${Status}>${status}<//>`}
          ${reportedAt && html`<span><span class="visually-hidden">Reported </span>${age(reportedAt)}</span>`}
          ${reference && html`<span dir="auto">${reference}</span>`}
          ${sent.map((words) => html`<span key=${words} class="unsent"><${Icon} name="send" />${words}</span>`)}
        </span>
      </a>
    </div>
  `;
}
