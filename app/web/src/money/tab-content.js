// The rows of a tab within the chosen dates: their total, the list, and the file to download.
import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { jobTitle } from "../data/jobs.js";
import { useResource } from "../data/resource.js";
import { count, money, today } from "../format.js";
import { html } from "../html.js";
import { InvoiceList } from "../invoice/list.js";
import { announce } from "../parts/announcer.js";
import { Icon } from "../parts/icon.js";
import { GROUP_SIZE } from "../parts/long-list.js";
import { route } from "../router.js";
import { owner } from "../session.js";
import { csv, download } from "./csv.js";
import { byMonth, sum, within } from "./figures.js";
import { MonthlyTotals } from "./monthly-totals.js";
import { StatementList } from "./statements.js";
import { TABS } from "./tabs.js";

const FIRST_LIMIT = 4 * GROUP_SIZE; // most people have no more rows
/**
 * The number of rendered rows of each list. A person who comes back to a list sees as many rows again.
 *
 * @type {Map<string, number>}
 */
const limits = new Map();

/** @param {{tab: MoneyTabName, rows: MoneyRow[], from: string, to: string, agency: Agency}} props */
export function TabContent({ tab, rows, from, to, agency }) {
  const { dateOf, counts, totalLabel, emptyText, noun, columns } = TABS[tab];
  const { query, isBack } = route.value;
  const listName = query.toString();
  const limit = useSignal((isBack && limits.get(listName)) || FIRST_LIMIT);
  const jobs = useResource("jobs").value.body?.jobs;
  const jobTitles = useMemo(() => Object.fromEntries((jobs ?? []).map((job) => [job.jobId, jobTitle(job)])), [jobs]);
  const rowsWithin = useMemo(() => {
    const isWithin = within(from, to);
    return rows.filter((row) => isWithin(dateOf(row)));
  }, [rows, dateOf, from, to]);
  const amount = sum(rowsWithin.filter(counts).map((row) => row.amount));
  const hasDates = from || to;
  useEffect(() => {
    if (hasDates) announce(rowsWithin.length ? `${count(rowsWithin.length, noun)}, ${money(amount)}` : "None for these dates");
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only the choice of dates is announced, which renders this anew
  }, []);
  if (!rowsWithin.length) return html`<p class="notice">${hasDates ? "There is none for these dates." : emptyText}</p>`;
  const { agency: agencyId, contractorId } = /** @type {Owner} */ (owner.value);
  const save = () => download(`${agencyId} ${contractorId} ${tab} ${today()}.csv`, csv(columns, rowsWithin));
  const onMore = () => limits.set(listName, (limit.value += GROUP_SIZE));
  const listProps = { jobTitles, limit: limit.value, onMore };
  return html`
    <p class="total"><span>${totalLabel}</span> <b>${money(amount)}</b></p>
    ${tab === "paid" &&
    html`<${MonthlyTotals} caption="Paid by month" rows=${byMonth(rowsWithin.map((row) => ({ ...row, date: dateOf(row) })))} />`}
    ${tab === "invoices"
      ? html`<${InvoiceList} invoices=${rowsWithin} ...${listProps} />`
      : html`<${StatementList} statements=${rowsWithin} agency=${agency} isPending=${tab === "pending"} ...${listProps} />`}
    <button type="button" class="btn btn-secondary" onClick=${save}><${Icon} name="download" />Download as CSV</button>
  `;
}
