// Money: what is on its way and why, what became of invoices, what was paid and when; for any dates, and as a file.
import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { html } from "../html.js";
import { Invoices, joined } from "../invoice/list.js";
import { titleOf } from "../jobs/state.js";
import { items } from "../outbox/index.js";
import { announce } from "../parts/announce.js";
import { Absence, AsOf } from "../parts/fresh.js";
import { Icon } from "../parts/icon.js";
import { More } from "../parts/more.js";
import { Screen } from "../parts/screen.js";
import { outdate, useReading } from "../reading.js";
import { go, place, to } from "../router.js";
import { owner } from "../session.js";
import { count, money, today } from "../words.js";
import { COLUMNS } from "./columns.js";
import { csv, download } from "./csv.js";
import { Dates } from "./dates.js";
import { byMonth, sum, within } from "./figures.js";
import { Months } from "./months.js";
import { Statements } from "./statements.js";

const STEP = 40;
const TABS = {
  pending: {
    name: "Pending",
    path: "statements/pending",
    needs: ["statements.pending"],
    dateOf: ({ date }) => date,
    total: "On its way to you",
    none: "Nothing is on its way to you just now.",
    one: "payment",
    counts: () => true,
  },
  invoices: {
    name: "Invoices",
    path: "invoices",
    needs: ["invoices.list", "invoices.submit"],
    dateOf: ({ invoiceDate, submittedAt }) => invoiceDate ?? submittedAt?.slice(0, 10),
    total: "Invoiced",
    none: "No invoice was sent yet. An invoice is sent from its job.",
    one: "invoice",
    counts: ({ status, item }) => status !== "rejected" && item?.state !== "refused",
  },
  paid: {
    name: "Paid",
    path: "statements/historical",
    needs: ["statements.historical"],
    dateOf: ({ paidAt, date }) => paidAt ?? date,
    total: "Paid to you",
    none: "Nothing was paid yet.",
    one: "payment",
    counts: () => true,
  },
};

export function Money() {
  const { query } = place.value;
  const agency = useReading("agency").value;
  const offered = (name) => !agency.body || agency.body.offers.includes(name);
  const shown = Object.entries(TABS).filter(([, { needs }]) => needs.some(offered));
  const readings = {};
  for (const [name, { path, needs }] of Object.entries(TABS)) {
    readings[name] = useReading(agency.body && offered(needs[0]) ? path : null).value;
  }
  const tab = shown.some(([name]) => name === query.get("show")) ? query.get("show") : shown[0]?.[0];
  const [from, until] = [query.get("from") ?? "", query.get("to") ?? ""];
  const arrived = (items.value ?? []).filter(({ kind, state }) => kind === "invoice" && state === "done").length;
  useEffect(() => {
    if (arrived) outdate("invoices");
  }, [arrived]);
  if (!agency.body && agency.busy) return html`<${Screen} title="Money"><${Absence} reading=${agency} /><//>`;
  if (!tab) return html`<${Screen} title="Money"><p class="notice">Your agency shows no payments here.</p><//>`;
  const dates = { ...(from && { from }), ...(until && { to: until }) };
  const set = (first, last) =>
    go(to("/money", { show: tab, ...(first && { from: first }), ...(last && { to: last }) }), { replace: true });
  const all = rowsOf(tab, readings[tab]);
  return html`
    <${Screen} title="Money">
      <nav class="tabs" aria-label="Money by kind">
        ${shown.map(
          ([name, { name: word }]) => html`
            <a key=${name} href=${to("/money", { show: name, ...dates })} aria-current=${name === tab ? "true" : null}>
              ${word} <span class="number">${rowsOf(name, readings[name])?.length}</span>
            </a>
          `,
        )}
      </nav>
      <${Dates} key=${tab} from=${from} to=${until} set=${set} />
      ${all && html`<${Shown} key=${`${tab} ${from} ${until}`} tab=${tab} rows=${all} from=${from} to=${until} agency=${agency.body} />`}
      ${!readings[tab].body && html`<${Absence} reading=${readings[tab]} />`}
      <${AsOf} reading=${readings[tab]} />
    <//>
  `;
}

/** All rows of a tab; null while they are not known. What this phone holds of invoices is known in any case. */
function rowsOf(tab, { body, busy, problem }) {
  if (tab !== "invoices") return body?.statements ?? null;
  const rows = joined(body?.invoices ?? [], items.value ?? []);
  return body || rows.length || !(busy || problem) ? rows : null;
}

function Shown({ tab, rows, from, to: until, agency }) {
  const { dateOf, total, none, one, counts } = TABS[tab];
  const most = useSignal(STEP);
  const jobs = useReading("jobs").value.body?.jobs;
  const titles = useMemo(() => Object.fromEntries((jobs ?? []).map((job) => [job.jobId, titleOf(job)])), [jobs]);
  const found = rows.filter((row) => within(from, until)(dateOf(row)));
  const amount = sum(found.filter(counts).map((row) => row.amount));
  useEffect(() => {
    if (from || until) announce(found.length ? `${count(found.length, one)}, ${money(amount)}` : "None for these dates");
  }, []);
  if (!found.length) return html`<p class="notice">${from || until ? "There is none for these dates." : none}</p>`;
  const { agency: name, contractorId } = owner.value;
  const keep = () => download(`${name} ${contractorId} ${tab} ${today()}.csv`, csv(COLUMNS[tab], found));
  const slice = found.slice(0, most.value);
  return html`
    <p class="total"><span>${total}</span> <b>${money(amount)}</b></p>
    ${tab === "paid" && html`<div class="card"><${Months} caption="Paid by month" rows=${byMonth(found.map((row) => ({ ...row, date: dateOf(row) })))} /></div>`}
    ${tab === "invoices"
      ? html`<${Invoices} invoices=${slice} jobs=${titles} />`
      : html`<${Statements} statements=${slice} jobs=${titles} agency=${agency} isPending=${tab === "pending"} />`}
    ${found.length > most.value && html`<${More} onReach=${() => (most.value += STEP)} left=${found.length - most.value} />`}
    <button type="button" class="btn btn-secondary" onClick=${keep}><${Icon} name="download" />Download as CSV</button>
  `;
}
