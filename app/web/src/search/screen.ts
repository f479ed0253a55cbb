// Search: all jobs of all agencies, open and done. The words of the search are marked where they occur.
import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { hasSeveralAgencies } from "../data/accounts.ts";
import { isCancelled, isOpen, jobTitle, sortedBy, useJobs } from "../data/jobs.ts";
import { placeOf } from "../data/places.ts";
import { type Field, fieldsOf, hitFields, matching, piecesOf, suggestion, wordsOf } from "../data/search.ts";
import { shortDay } from "../format.ts";
import { html } from "../html.ts";
import { usePageColour } from "../parts/accent.ts";
import { Banners } from "../parts/banners.ts";
import { Empty, Missing } from "../parts/empty.ts";
import { BackButton, SkipLink } from "../parts/header.ts";
import { Icon } from "../parts/icon.ts";
import { jobHref } from "../parts/job-row.ts";
import { Bones, isLoading } from "../parts/loading.ts";
import { Logo } from "../parts/logo.ts";
import { LongList } from "../parts/long-list.ts";
import { useOpening } from "../parts/opening.ts";
import { hrefTo, navigate, route } from "../router.ts";
import { common, jobs as jobWords, parts, search as words } from "../words.ts";

const WRITE_MS = 400; // Safari allows a hundred changes of the address in 30 seconds

export function SearchScreen() {
  const text = useSignal(route.value.query.get("q") ?? "");
  const heading = useOpening(parts.search, { keepsFocus: !route.value.isBack });
  const { jobs, sources } = useJobs();
  usePageColour(undefined);
  useAddress(text.value);
  const search = (newText: string) => {
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
      <h1 ref=${heading} class="hidden" tabindex="-1">${parts.search}</h1>
      <${Results} text=${text.value} jobs=${jobs} onText=${search} isReading=${isLoading(sources)} />
      ${isLoading(sources) && html`<${Bones} what=${jobWords.reading} />`}
      <${Missing} sources=${sources} />
    </main>
  `;
}

function SearchField({ text, onText }: {text: string, onText: (text: string) => void}) {
  const field = useRef(null as HTMLInputElement | null);
  useLayoutEffect(() => {
    if (!route.value.isBack) field.current?.focus();
  }, []);
  const onSubmit = (event: Event) => {
    event.preventDefault();
    field.current?.blur(); // the keyboard gives way to the results
  };
  return html`
    <form role="search" onSubmit=${onSubmit}>
      <label class="hidden" for="q">${parts.search}</label>
      <input
        ref=${field} class="input" id="q" type="search" value=${text} autocomplete="off" enterkeyhint="search"
        onInput=${({ target }: FieldEvent) => onText(target.value)}
      />
    </form>
  `;
}

/** Keep the text in the address, so Back and reload find it. */
function useAddress(text: string) {
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

function Results({ text, jobs, isReading, onText }: {text: string, jobs: AccountJob[], isReading: boolean, onText: (text: string) => void}) {
  const searched = useMemo(() => wordsOf(text), [text]);
  const results = useMemo(() => (searched.length ? matching(jobs, searched) : []), [jobs, searched]);
  const sections = useMemo(() => sectionsOf(results, searched), [results, searched]);
  if (!searched.length) return html`<p class="hint">${words.hint}</p>`;
  if (!results.length) return !isReading && html`<${Nothing} text=${text.trim()} jobs=${jobs} searched=${searched} onText=${onText} />`;
  return html`
    <p class="hint" role="status">${words.results(results.length)}</p>
    <${LongList} name=${`search ${text}`} sections=${sections} />
    <p class="hint">${words.hint}</p>
  `;
}

function sectionsOf(results: AccountJob[], searched: string[]) {
  const done = results.filter((accountJob) => !isOpen(accountJob) && !isCancelled(accountJob));
  const byName = {
    open: sortedBy(results.filter(isOpen), "reportedAt"),
    done: sortedBy(done, "completedAt", { newestFirst: true }),
    cancelled: results.filter(isCancelled),
  };
  const row = searchRow(searched, asideOf);
  return (["open", "done", "cancelled"] as const).map((name) => ({
    name,
    title: words.sections[name],
    meta: byName[name].length,
    items: byName[name],
    row,
  }));
}

function asideOf(accountJob: AccountJob) {
  const { emergency, priorityRank, completedAt } = accountJob.job;
  if (completedAt) return html`<span class="at is-quiet">${shortDay(completedAt)}</span>`;
  if (!isOpen(accountJob)) return null;
  if (emergency) return html`<span class="tag is-alarm"><${Icon} name="emergency" small />${common.emergency}</span>`;
  return priorityRank === 1 && html`<span class="at"><span class="tag"><${Icon} name="high" small />${words.high}</span></span>`;
}

function Nothing({ text, jobs, searched, onText }: {text: string, jobs: AccountJob[], searched: string[], onText: (text: string) => void}) {
  const near = useMemo(() => suggestion(jobs, searched), [jobs, searched]);
  return html`
    <p class="hidden" role="status">${words.nothing(text)}</p>
    <${Empty} art="glass" title=${words.nothing(text)} text=${words.tryPart(near?.near ?? null)}>
      ${near &&
      html`<button type="button" class="btn" onClick=${() => onText(near.text)}><${Icon} name="search" />${words.searchFor(near.text)}</button>`}
    <//>
  `;
}

const SNIPPET_BEFORE = 24;
const SNIPPET = 80;

const searchRow = (searched: string[], aside: (accountJob: AccountJob) => unknown) => (accountJob: AccountJob) => {
  const { job, account } = accountJob;
  const fields = fieldsOf(job);
  const hits = hitFields(fields, searched);
  const marked = (text: string, field: Field) =>
    piecesOf(text, searched, field).map(({ text: piece, isHit }) => (isHit ? html`<mark>${piece}</mark>` : piece));
  const { street, town } = placeOf(job);
  const { name, phone, category, description, reference, postcode } = fields;
  return html`
    <div key=${`${account.name} ${job.jobId}`} class="row" role="listitem">
      <div>
        <h3><a class="cover" href=${jobHref(accountJob)} dir="auto">${marked(jobTitle(job), "title")}</a></h3>
        <p class="second" dir="auto">
          ${marked(street, "address")}${street && town && ", "}${town && html`<span class="keep">${marked(town, "address")}</span>`}
          ${hits.has("postcode") && postcode && html` <span class="keep">${marked(postcode, "postcode")}</span>`}
        </p>
        ${(hits.has("name") || hits.has("phone")) &&
        html`
          <p class="second" dir="auto">
            ${name && html`${common.reportedBy} ${marked(name, "name")}`}${name && phone && ", "}${phone && html`<span class="keep">${marked(phone, "phone")}</span>`}
          </p>
        `}
        ${hits.has("category") && category && html`<p class="second" dir="auto">${marked(category, "category")}</p>`}
        ${hits.has("description") && description && html`<p class="second" dir="auto">${marked(snippetOf(description, searched), "description")}</p>`}
        <p class="from">
          ${hasSeveralAgencies() && html`<${Logo} account=${account} small />`}
          <span dir="auto">${hasSeveralAgencies() && account.agencyName}${hasSeveralAgencies() && reference && " · "}${reference && marked(reference, "reference")}</span>
        </p>
      </div>
      ${aside(accountJob)}
    </div>
  `;
};

function snippetOf(text: string, searched: string[]) {
  const line = text.replace(/\s+/g, " ");
  const places = searched.map((word) => line.toLowerCase().indexOf(word)).filter((at) => at >= 0);
  const start = Math.max(0, Math.min(...places, line.length) - SNIPPET_BEFORE);
  const end = start + SNIPPET;
  return `${start ? "…" : ""}${line.slice(start, end)}${end < line.length ? "…" : ""}`;
}
