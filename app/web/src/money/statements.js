// What the agency owes the contractor and why, and what it has paid.
import { useCallback } from "preact/hooks";
import { html } from "../html.js";
import { Icon } from "../parts/icon.js";
import { Rows } from "../parts/rows.js";
import { Status } from "../parts/status.js";
import { to } from "../router.js";
import { takesStatement } from "../invoice/rules.js";
import { day, money } from "../words.js";

/** `jobs`: their titles by id; `agency` as the API has it, or null; `rest`: how many are made, as Rows has it. */
export function Statements({ statements, jobs, agency, isPending, ...rest }) {
  const row = useCallback(
    (one) => html`
      <${Statement}
        key=${one.statementId} statement=${one} job=${jobs[one.jobId]} isPending=${isPending}
        invoice=${isPending && invoiceAddress(one, agency)}
      />
    `,
    [jobs, agency, isPending],
  );
  return html`<${Rows} of=${statements} row=${row} ...${rest} />`;
}

function Statement({ statement, job, isPending, invoice }) {
  const { reference, description, amount, status, jobId } = statement;
  const [date, dated] = isPending || !statement.paidAt ? [statement.date, "Raised"] : [statement.paidAt, "Paid"];
  const said = status || (isPending && "Not paid yet");
  return html`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${description || reference || "Statement"}</span>${" "}
        <b>${amount === null ? "" : money(amount)}</b>
      </p>
      <p class="about">
        ${said && said !== dated && html`<${Status}>${said}<//>`}
        ${date && html`<span>${dated} <time datetime=${date}>${day(date)}</time></span>`}
        ${reference && html`<span dir="auto">${reference}</span>`}
      </p>
      <${Parts} statement=${statement} />
      ${job && html`<a class="reach" href=${to(`/jobs/${jobId}`)}><${Icon} name="jobs" /><span dir="auto">${job}</span></a>`}
      ${invoice && html`<a class="reach" href=${invoice}><${Icon} name="invoice" />Send its invoice</a>`}
    </div>
  `;
}

/** How the amount comes about, where that is more than one figure. */
function Parts({ statement: { gross, vat, commission } }) {
  const told = [
    gross && `${money(gross)} in all`,
    vat && `${money(vat)} of it VAT`,
    commission && `less ${money(commission)} commission`,
  ].filter(Boolean);
  return told.length > 1 && html`<p class="hint">${told.join(", ")}</p>`;
}

/** Where the invoice for a pending statement is written, if the agency wants one for it; null otherwise. */
function invoiceAddress({ statementId, jobId }, agency) {
  if (!agency?.offers.includes("invoices.submit") || !takesStatement(agency)) return null;
  if (agency.invoice.link === "job_or_statement") return to("/invoice", { statement: statementId });
  return jobId && to(`/jobs/${jobId}/invoice`, { statement: statementId });
}
