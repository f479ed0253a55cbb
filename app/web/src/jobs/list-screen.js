// The list of jobs: open jobs first, completed and cancelled jobs behind tabs, with a search.
import { signal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { completionsVersion, emergenciesFirst, isEmergency, jobFilter, jobTitle, tabOf, unsentLabels, withCompletions } from "../data/jobs.js";
import { useResource } from "../data/resource.js";
import { age, count, today } from "../format.js";
import { html } from "../html.js";
import { announce } from "../parts/announcer.js";
import { Absence, AsOf } from "../parts/freshness.js";
import { Icon } from "../parts/icon.js";
import { GROUP_SIZE, LongList } from "../parts/long-list.js";
import { Screen } from "../parts/screen.js";
import { Status } from "../parts/status.js";
import { hrefTo, route } from "../router.js";
import { account } from "../session.js";

/** @typedef {import("../data/jobs.js").JobTab} JobTab */
/** @typedef {Record<JobTab, Job[]>} JobsByTab */

const TAB_LABELS = { open: "Open", completed: "Completed", cancelled: "Cancelled" };
const TAB_NAMES = /** @type {JobTab[]} */ (Object.keys(TAB_LABELS));
const EMPTY_TAB = {
  open: "There is no open job for you just now.",
  completed: "No job was completed yet.",
  cancelled: "No job was cancelled.",
};

/**
 * The state of the list: the account and the tab it is of, the text that the person searches for, and how many rows of the
 * whole tab and of the matches are rendered.
 *
 * @typedef {{accountName: string | null, tab: JobTab | null, text: string, limit: number, matchLimit: number}} ListState
 */
const NEW_LIST = { text: "", limit: GROUP_SIZE, matchLimit: GROUP_SIZE };
const listState = signal(/** @type {ListState} */ ({ accountName: null, tab: null, ...NEW_LIST }));

export function JobsScreen() {
  const resource = useResource("jobs").value;
  const agency = useResource("agency").value.body;
  const name = route.value.query.get("show") ?? "open";
  const tab = Object.hasOwn(TAB_LABELS, name) ? name : "open";
  return html`
    <${Screen} title="Jobs">
      ${resource.body
        ? html`<${JobTabs} jobs=${resource.body.jobs} begunAt=${resource.begunAt} agency=${agency} tab=${tab} />`
        : html`<${Absence} resource=${resource} />`}
      <${AsOf} resource=${resource} />
    <//>
  `;
}

/** @param {{jobs: Job[], begunAt: number, agency: Agency | null, tab: JobTab}} props */
function JobTabs({ jobs, begunAt, agency, tab }) {
  const accountName = route.value.account;
  const { text, limit, matchLimit } = listStateOf(accountName, tab);
  const version = completionsVersion(begunAt);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- `version` tells that completions have changed the jobs
  const sorted = useMemo(() => emergenciesFirst(withCompletions(jobs, begunAt)), [jobs, version]);
  const jobsByTab = useMemo(() => splitByTab(sorted, agency), [sorted, agency]);
  const matches = useMemo(() => filterTabs(jobsByTab, jobFilter(text)), [jobsByTab, text]);
  const number = matches[tab].length;
  /** @param {Partial<ListState>} changes */
  const update = (changes) => {
    listState.value = { ...listStateOf(accountName, tab), ...changes }; // what the person types meanwhile stays
  };
  useEffect(() => {
    if (text) announce(number ? `${count(number, "job")} found` : "No job found");
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only searching is announced, not a fresh list
  }, [text, tab]);
  /** @param {FieldEvent} event */
  const onInput = ({ target }) => update({ text: target.value, matchLimit: GROUP_SIZE });
  return html`
    <form class="search" role="search" onSubmit=${(/** @type {Event} */ event) => event.preventDefault()}>
      <label class="visually-hidden" for="search">Search in jobs</label>
      <${Icon} name="search" />
      <input
        id="search" class="form-control" type="search" placeholder="Search" autocomplete="off" enterkeyhint="search"
        value=${text} onInput=${onInput}
      />
    </form>
    <nav class="tabs" aria-label="Jobs by state">
      ${TAB_NAMES.filter((name) => name !== "cancelled" || jobsByTab.cancelled.length).map(
        (name) => html`
          <a key=${name} href=${hrefTo("/jobs", { show: name })} aria-current=${name === tab ? "true" : null}>
            ${TAB_LABELS[name]} <span class="number">${matches[name].length}</span>
          </a>
        `,
      )}
    </nav>
    ${!number && html`<p class="notice">${text ? `No job here has “${text}” in it.${otherMatches(matches)}` : EMPTY_TAB[tab]}</p>`}
    <div key=${tab} class=${text ? "is-away" : null}>
      <${LongList} items=${jobsByTab[tab]} row=${cachedRow} limit=${limit} onMore=${() => update({ limit: limit + GROUP_SIZE })} />
    </div>
    ${text && html`<${LongList} key=${`matches ${tab}`} items=${matches[tab]} row=${cachedRow} limit=${matchLimit} onMore=${() => update({ matchLimit: matchLimit + GROUP_SIZE })} />`}
  `;
}

/**
 * Return the state of the list. Another account starts without a text, and another tab with few rows.
 *
 * @param {string | null} accountName
 * @param {JobTab} tab
 * @returns {ListState}
 */
function listStateOf(accountName, tab) {
  const text = listState.value.accountName === accountName ? listState.value.text : "";
  const isSame = listState.value.accountName === accountName && listState.value.tab === tab;
  return isSame ? listState.value : { ...NEW_LIST, accountName, tab, text };
}

/**
 * @param {JobsByTab} jobsByTab
 * @param {(job: Job) => boolean} filter
 */
const filterTabs = (jobsByTab, filter) =>
  /** @type {JobsByTab} */ (Object.fromEntries(TAB_NAMES.map((name) => [name, jobsByTab[name].filter(filter)])));

/** @param {JobsByTab} matches */
function otherMatches(matches) {
  const tabs = TAB_NAMES.filter((name) => matches[name].length);
  return tabs.map((name) => ` ${TAB_LABELS[name]}: ${matches[name].length}.`).join("");
}

/**
 * @param {Job[]} jobs
 * @param {Agency | null} agency
 */
function splitByTab(jobs, agency) {
  /** @type {JobsByTab} */
  const jobsByTab = { open: [], completed: [], cancelled: [] };
  for (const job of jobs) jobsByTab[tabOf(job, agency)].push(job);
  return jobsByTab;
}

/** @type {WeakMap<Job, {version: string, markup: unknown}>} */
const rows = new WeakMap();

/**
 * Return the row of a job. It is the same object until it changes, so a growing list only renders its new rows.
 *
 * @param {Job} job
 */
function cachedRow(job) {
  const labels = unsentLabels(job.jobId, account.value?.agencyName);
  const version = [today(), ...labels].join();
  const row = rows.get(job);
  if (row?.version === version) return row.markup;
  const markup = jobRow(job, labels);
  rows.set(job, { version, markup });
  return markup;
}

/**
 * Return the markup of a row. It is not a component: removing hundreds of them takes a slow phone a tenth of a second.
 *
 * @param {Job} job
 * @param {unknown[]} labels of its unsent items
 */
function jobRow(job, labels) {
  const { jobId, reference, status, reportedAt, property } = job;
  return html`
    <div key=${jobId} class="row" role="listitem">
      <a href=${hrefTo(`/jobs/${jobId}`)}>
        ${isEmergency(job) && html`<span class="emergency"><${Icon} name="emergency" />Emergency</span>`}
        <span class="title" dir="auto">${jobTitle(job)}</span>
        ${property?.address && html`<span class="address" dir="auto">${property.address}</span>`}
        <span class="about">
          ${status && html`<${Status}>${status}<//>`}
          ${reportedAt && html`<span><span class="visually-hidden">Reported </span>${age(reportedAt)}</span>`}
          ${reference && html`<span dir="auto">${reference}</span>`}
          ${labels.map((label) => html`<span key=${label} class="unsent"><${Icon} name="send" />${label}</span>`)}
        </span>
      </a>
    </div>
  `;
}
