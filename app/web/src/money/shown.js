// The rows of a tab that lie within the dates chosen: their total, themselves, and the same as a file.
import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { html } from "../html.js";
import { Invoices } from "../invoice/list.js";
import { titleOf } from "../jobs/state.js";
import { announce } from "../parts/announce.js";
import { Icon } from "../parts/icon.js";
import { STEP } from "../parts/rows.js";
import { useReading } from "../reading.js";
import { place } from "../router.js";
import { owner } from "../session.js";
import { count, money, today } from "../words.js";
import { csv, download } from "./csv.js";
import { byMonth, sum, within } from "./figures.js";
import { Months } from "./months.js";
import { Statements } from "./statements.js";
import { TABS } from "./tabs.js";

const FIRST = 4 * STEP; // rows that are there at once: most people have no more
const made = new Map(); // how many rows there were of each list, for who comes back to it

export function Shown({ tab, rows, from, to, agency }) {
  const { dateOf, counts, total, none, one, columns } = TABS[tab];
  const { query, back } = place.value;
  const list = query.toString();
  const most = useSignal((back && made.get(list)) || FIRST);
  const jobs = useReading("jobs").value.body?.jobs;
  const titles = useMemo(() => Object.fromEntries((jobs ?? []).map((job) => [job.jobId, titleOf(job)])), [jobs]);
  const isWithin = within(from, to);
  const found = useMemo(() => rows.filter((row) => isWithin(dateOf(row))), [rows, from, to]);
  const amount = sum(found.filter(counts).map((row) => row.amount));
  const isSome = from || to;
  useEffect(() => {
    if (isSome) announce(found.length ? `${count(found.length, one)}, ${money(amount)}` : "None for these dates");
  }, []);
  if (!found.length) return html`<p class="notice">${isSome ? "There is none for these dates." : none}</p>`;
  const { agency: name, contractorId } = owner.value;
  const keep = () => download(`${name} ${contractorId} ${tab} ${today()}.csv`, csv(columns, found));
  const shown = { jobs: titles, most: most.value, onMore: () => made.set(list, (most.value += STEP)) };
  return html`
    <p class="total"><span>${total}</span> <b>${money(amount)}</b></p>
    ${tab === "paid" && html`<${Months} caption="Paid by month" rows=${byMonth(found.map((row) => ({ ...row, date: dateOf(row) })))} />`}
    ${tab === "invoices"
      ? html`<${Invoices} invoices=${found} ...${shown} />`
      : html`<${Statements} statements=${found} agency=${agency} isPending=${tab === "pending"} ...${shown} />`}
    <button type="button" class="btn btn-secondary" onClick=${keep}><${Icon} name="download" />Download as CSV</button>
  `;
}
