// Search: all jobs of all agencies, open and done.
import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { isCancelled, isOpen, sortedBy, useJobs } from "../data/jobs.js";
import { matching, suggestion, wordsOf } from "../data/search.js";
import { shortDay } from "../format.js";
import { html } from "../html.js";
import { Banners } from "../parts/banners.js";
import { Empty, Missing } from "../parts/empty.js";
import { BackButton, SkipLink } from "../parts/header.js";
import { Icon } from "../parts/icon.js";
import { useLimit } from "../parts/list-limit.js";
import { LongList } from "../parts/long-list.js";
import { Bones, isLoading } from "../parts/loading.js";
import { useOpening } from "../parts/opening.js";
import { usePageColour } from "../parts/accent.js";
import { hrefTo, navigate, route } from "../router.js";
import { jobs as jobWords, search as words } from "../words.js";
import { searchRow } from "./row.js";

const WRITE_MS = 400; // Safari allows a hundred changes of the address in 30 seconds

export function SearchScreen() {
  const text = useSignal(route.value.query.get("q") ?? "");
  const heading = useOpening(words.title, { keepsFocus: !route.value.isBack });
  const { jobs, sources } = useJobs();
  usePageColour(undefined);
  useAddress(text.value);
  /** @param {string} newText */
  const search = (newText) => {
    text.value = newText;
  };
  return html`
    <${SkipLink} />
    <header class="top">
      <${BackButton} parent="/jobs" />
      <div><${SearchField} text=${text.value} onText=${search} /></div>
    </header>
    <${Banners} what=${jobWords.title} sources=${sources} />
    <main id="main" class="page">
      <h1 ref=${heading} class="hidden" tabindex="-1">${words.title}</h1>
      <${Results} text=${text.value} jobs=${jobs} onText=${search} isReading=${isLoading(sources)} />
      ${isLoading(sources) && html`<${Bones} what=${jobWords.reading} />`}
      <${Missing} sources=${sources} />
    </main>
  `;
}

/** @param {{text: string, onText: (text: string) => void}} props */
function SearchField({ text, onText }) {
  const field = useRef(/** @type {HTMLInputElement | null} */ (null));
  useLayoutEffect(() => {
    if (!route.value.isBack) field.current?.focus();
  }, []);
  /** @param {Event} event */
  const onSubmit = (event) => {
    event.preventDefault();
    field.current?.blur(); // the keyboard gives way to the results
  };
  return html`
    <form role="search" onSubmit=${onSubmit}>
      <label class="hidden" for="q">${words.title}</label>
      <input
        ref=${field} class="input" id="q" type="search" value=${text} autocomplete="off" enterkeyhint="search"
        onInput=${(/** @type {FieldEvent} */ { target }) => onText(target.value)}
      />
    </form>
  `;
}

/**
 * Keep the text in the address, so Back and reload find it.
 *
 * @param {string} text
 */
function useAddress(text) {
  useEffect(() => {
    if (text === (route.value.query.get("q") ?? "")) return undefined;
    const write = () => navigate(hrefTo("/search", text ? { q: text } : {}), { replace: true });
    const timer = setTimeout(write, WRITE_MS);
    const writeNow = () => {
      clearTimeout(timer);
      write();
    };
    addEventListener("click", writeNow, { capture: true, once: true }); // before a link leads away
    return () => {
      clearTimeout(timer);
      removeEventListener("click", writeNow, { capture: true });
    };
  }, [text]);
}

/** @param {{text: string, jobs: AccountJob[], isReading: boolean, onText: (text: string) => void}} props */
function Results({ text, jobs, isReading, onText }) {
  const searched = useMemo(() => wordsOf(text), [text]);
  const results = useMemo(() => (searched.length ? matching(jobs, searched) : []), [jobs, searched]);
  const sections = useMemo(() => sectionsOf(results, searched), [results, searched]);
  const [limit, onMore] = useLimit(`search ${text}`);
  if (!searched.length) return html`<p class="hint">${words.hint}</p>`;
  if (!results.length) return !isReading && html`<${Nothing} text=${text.trim()} jobs=${jobs} searched=${searched} onText=${onText} />`;
  return html`
    <p class="hint" role="status">${words.results(results.length)}</p>
    <${LongList} sections=${sections} limit=${limit} onMore=${onMore} />
    <p class="hint">${words.hint}</p>
  `;
}

/**
 * @param {AccountJob[]} results
 * @param {string[]} searched
 */
function sectionsOf(results, searched) {
  const done = results.filter((accountJob) => !isOpen(accountJob) && !isCancelled(accountJob));
  const byName = {
    open: sortedBy(results.filter(isOpen), "reportedAt"),
    done: sortedBy(done, "completedAt", { newestFirst: true }),
    cancelled: results.filter(isCancelled),
  };
  const row = searchRow(searched, asideOf);
  return /** @type {const} */ (["open", "done", "cancelled"]).map((name) => ({
    name,
    title: words.sections[name],
    meta: byName[name].length,
    items: byName[name],
    row,
  }));
}

/** @param {AccountJob} accountJob */
function asideOf(accountJob) {
  const { emergency, priorityRank, completedAt } = accountJob.job;
  if (completedAt) return html`<span class="at is-quiet">${shortDay(completedAt)}</span>`;
  if (!isOpen(accountJob)) return null;
  if (emergency) return html`<span class="tag is-alarm"><${Icon} name="emergency" small />${jobWords.emergency}</span>`;
  return priorityRank === 1 && html`<span class="at"><span class="tag"><${Icon} name="high" small />${words.high}</span></span>`;
}

/** @param {{text: string, jobs: AccountJob[], searched: string[], onText: (text: string) => void}} props */
function Nothing({ text, jobs, searched, onText }) {
  const near = useMemo(() => suggestion(jobs, searched), [jobs, searched]);
  return html`
    <p class="hidden" role="status">${words.nothing(text)}</p>
    <${Empty} art="glass" title=${words.nothing(text)} text=${words.tryPart(near?.near ?? null)}>
      ${near &&
      html`<button type="button" class="btn" onClick=${() => onText(near.text)}><${Icon} name="search" />${words.searchFor(near.text)}</button>`}
    <//>
  `;
}
