// The jobs: open ones first, those that are done or called off behind a tab, searched as one types.
import { signal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { html } from "../html.js";
import { isUnsent, itemsOf } from "../outbox/index.js";
import { announce } from "../parts/announce.js";
import { AsOf, Absence } from "../parts/fresh.js";
import { Icon } from "../parts/icon.js";
import { More } from "../parts/more.js";
import { Screen } from "../parts/screen.js";
import { Status } from "../parts/status.js";
import { useReading } from "../reading.js";
import { place, to } from "../router.js";
import { age, count } from "../words.js";
import { byUrgency, isEmergency, search, standing, titleOf } from "./state.js";

const TABS = { open: "Open", completed: "Completed", cancelled: "Cancelled" };
const NONE = {
  open: "There is no open job for you just now.",
  completed: "No job was completed yet.",
  cancelled: "No job was cancelled.",
};
const STEP = 40; // rows that are made at once: a long list is made as one scrolls
const looked = signal({}); // {at, tab, text, most}: what was searched in which account, and how far down one was

export function Jobs() {
  const reading = useReading("jobs");
  const agency = useReading("agency").value.body;
  const tab = place.value.query.get("show") ?? "open";
  return html`
    <${Screen} title="Jobs">
      ${reading.value.body
        ? html`<${List} jobs=${reading.value.body.jobs} agency=${agency} tab=${Object.hasOwn(TABS, tab) ? tab : "open"} />`
        : html`<${Absence} reading=${reading.value} />`}
      <${AsOf} reading=${reading.value} />
    <//>
  `;
}

function List({ jobs, agency, tab }) {
  const at = place.value.account;
  const text = looked.value.at === at ? looked.value.text : "";
  const most = text === looked.value.text && tab === looked.value.tab ? looked.value.most : STEP;
  const sorted = useMemo(() => byUrgency(jobs), [jobs]);
  const byTab = useMemo(() => parted(sorted, agency), [sorted, agency]);
  const foundBy = useMemo(() => mapped(byTab, (those) => those.filter(search(text))), [byTab, text]);
  const found = foundBy[tab];
  const show = (changes) => {
    looked.value = { at, tab, text, most, ...changes };
  };
  useEffect(() => {
    if (text) announce(found.length ? `${count(found.length, "job")} found` : "No job found");
  }, [text, tab]);
  return html`
    <form class="search" role="search" onSubmit=${(event) => event.preventDefault()}>
      <label class="visually-hidden" for="search">Search in jobs</label>
      <${Icon} name="search" />
      <input
        id="search" class="form-control" type="search" placeholder="Search" autocomplete="off" enterkeyhint="search"
        value=${text} onInput=${(event) => show({ text: event.target.value, most: STEP })}
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
    ${found.length
      ? html`<ul class="rows">${found.slice(0, most).map(rowOf)}</ul>`
      : html`<p class="notice">${text ? `No job here has “${text}” in it.${elsewhere(foundBy)}` : NONE[tab]}</p>`}
    ${found.length > most && html`<${More} onReach=${() => show({ most: most + STEP })} left=${found.length - most} />`}
  `;
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

const made = new WeakMap();

/** The row of a job, the same each time: as a long list grows, only those that are new in it cost anything. */
function rowOf(job) {
  if (!made.has(job)) made.set(job, html`<${Row} key=${job.jobId} job=${job} />`);
  return made.get(job);
}

function Row({ job }) {
  const { jobId, reference, status, reportedAt, property } = job;
  const waiting = itemsOf(jobId).filter(isUnsent).length;
  return html`
    <li class="row">
      <a href=${to(`/jobs/${jobId}`)}>
        ${isEmergency(job) && html`<span class="emergency"><${Icon} name="emergency" />Emergency</span>`}
        <span class="title" dir="auto">${titleOf(job)}</span>
        ${property?.address && html`<span class="address" dir="auto">${property.address}</span>`}
        <span class="about">
          ${status && html`<${Status}>${status}<//>`}
          ${reportedAt && html`<span><span class="visually-hidden">Reported </span>${age(reportedAt)}</span>`}
          ${reference && html`<span dir="auto">${reference}</span>`}
          ${waiting > 0 && html`<span class="unsent"><${Icon} name="send" />${count(waiting, "thing")} to send</span>`}
        </span>
      </a>
    </li>
  `;
}
