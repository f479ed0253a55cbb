// Lists of statements: what the agency owes the contractor and why, and what it has paid.
import { useCallback } from "preact/hooks";
import { day, money } from "../format.js";
import { html } from "../html.js";
import { takesStatement } from "../invoice/rules.js";
import { Icon } from "../parts/icon.js";
import { LongList } from "../parts/long-list.js";
import { Status } from "../parts/status.js";
import { hrefTo } from "../router.js";

/**
 * `jobTitles` by the ids of the jobs. `limit`, `onMore`: as in LongList.
 *
 * @param {{
 *   statements: Statement[], jobTitles: Record<string, string>, agency: Agency | null, isPending: boolean, limit: number,
 *   onMore: () => void,
 * }} props
 */
export function StatementList({ statements, jobTitles, agency, isPending, limit, onMore }) {
  const row = useCallback(
    (/** @type {Statement} */ statement) => html`
      <${StatementRow}
        key=${statement.statementId} statement=${statement} jobTitle=${jobTitles[statement.jobId ?? ""]} isPending=${isPending}
        invoiceAddress=${isPending && invoiceAddress(statement, agency)}
      />
    `,
    [jobTitles, agency, isPending],
  );
  return html`<${LongList} items=${statements} row=${row} limit=${limit} onMore=${onMore} />`;
}

/** @param {{statement: Statement, jobTitle?: string, isPending: boolean, invoiceAddress?: string | false | null}} props */
function StatementRow({ statement, jobTitle, isPending, invoiceAddress }) {
  const { reference, description, amount, status, jobId } = statement;
  const [date, dateLabel] = isPending || !statement.paidAt ? [statement.date, "Raised"] : [statement.paidAt, "Paid"];
  const statusText = status || (isPending && "Not paid yet");
  return html`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${description || reference || "Statement"}</span>${" "}
        <b>${amount === null ? "" : money(amount)}</b>
      </p>
      <p class="about">
        ${statusText && statusText !== dateLabel && html`<${Status}>${statusText}<//>`}
        ${date && html`<span>${dateLabel} <time datetime=${date}>${day(date)}</time></span>`}
        ${reference && html`<span dir="auto">${reference}</span>`}
      </p>
      <${Breakdown} statement=${statement} />
      ${jobTitle && html`<a class="reach" href=${hrefTo(`/jobs/${jobId}`)}><${Icon} name="jobs" /><span dir="auto">${jobTitle}</span></a>`}
      ${invoiceAddress && html`<a class="reach" href=${invoiceAddress}><${Icon} name="invoice" />Send its invoice</a>`}
    </div>
  `;
}

/**
 * The calculation of the amount, if it has more than one part.
 *
 * @param {{statement: Statement}} props
 */
function Breakdown({ statement: { gross, vat, commission } }) {
  const parts = [
    gross && `${money(gross)} in all`,
    vat && `${money(vat)} of it VAT`,
    commission && `less ${money(commission)} commission`,
  ].filter(Boolean);
  return parts.length > 1 && html`<p class="hint">${parts.join(", ")}</p>`;
}

/**
 * Return the address of the invoice form for a pending statement, or null if the agency wants no invoice for it.
 *
 * @param {Statement} statement
 * @param {Agency | null} agency
 */
function invoiceAddress({ statementId, jobId }, agency) {
  if (!agency?.offers.includes("invoices.submit") || !takesStatement(agency)) return null;
  if (agency.invoice.link === "job_or_statement") return hrefTo("/invoice", { statement: statementId });
  return jobId && hrefTo(`/jobs/${jobId}/invoice`, { statement: statementId });
}
