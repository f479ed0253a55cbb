// The page of a statement: what comes to the person, what was taken off, and the agency's own word for its state.
import { jobAddress } from "../data/jobs.js";
import { jobIdOf } from "../data/payments.js";
import { dayAndYear, money } from "../format.js";
import { html } from "../html.js";
import { takesStatement } from "../invoice/rules.js";
import { Icon } from "../parts/icon.js";
import { Page } from "../parts/place.js";
import { hrefTo } from "../router.js";
import { money as words } from "../words.js";
import { Action, Fact, MissingPage, useMoneyPage } from "./page.js";
import { invoiceIdOf, stateOf, statementName, titleOf } from "./shown.js";

/** @param {{id: string}} props */
export function MoneyStatementScreen({ id }) {
  const { account, payments, sources, isReading, office } = useMoneyPage();
  const payment = payments.find(({ statement }) => statement?.statementId === id);
  if (!account || !payment?.statement) return html`<${MissingPage} account=${account} title=${words.statement} isReading=${isReading} />`;
  return html`
    <${Page}
      parent="/money" account=${account} title=${titleOf(payment)} meta=${statementName(payment.statement)} what=${words.title} sources=${sources}
      action=${html`<button type="button" class="icon-btn" aria-label=${words.print} onClick=${() => print()}><${Icon} name="print" /></button>`}
      bar=${html`<${StatementBar} payment=${payment} office=${office} />`}
    >
      <${StatementContent} payment=${payment} />
    <//>
  `;
}

/** @param {{payment: Payment}} props */
function StatementContent({ payment }) {
  const { stage, amount, statement } = payment;
  const isPaid = stage === "paid";
  return html`
    <section class="card pad">
      <p class="second">${isPaid ? words.cameToYou : words.comesToYou}</p>
      <p class="amount">${amount === null ? "" : money(amount)}</p>
      <p class="tags">
        ${statement?.status && html`<span class="tag" dir="auto"><${Icon} name="clock" small />${statement.status}</span>`}
        <span>${isPaid ? stateOf(payment) : words.notPaidYet}</span>
      </p>
    </section>
    <${StatementFacts} payment=${payment} />
  `;
}

/**
 * How the amount came about, and what the statement is for.
 *
 * @param {{payment: Payment}} props
 */
export function StatementFacts({ payment }) {
  const { stage, invoice, job } = payment;
  const { gross, vat, commission, amount, date, description, reference } = /** @type {Statement} */ (payment.statement);
  return html`
    <section class="card pad prose">
      <dl class="facts">
        <${Fact} name=${words.gross}>${gross !== null && money(gross)}<//>
        <${Fact} name=${words.vat}>${vat !== null && money(vat)}<//>
        <${Fact} name=${words.commission}>${Boolean(commission) && money(-(commission ?? 0)).replace("-", "−")}<//>
        <${Fact} name=${stage === "paid" ? words.cameToYou : words.comesToYou} isTotal>${amount !== null && money(amount)}<//>
      </dl>
    </section>
    <section class="card pad prose">
      <dl class="facts">
        <${Fact} name=${words.property}>${job && jobAddress(job)}<//>
        <${Fact} name=${words.for}>${job && description}<//>
        <${Fact} name=${words.yourInvoice}>${invoice?.invoiceNumber}<//>
        <${Fact} name=${words.reference}>${reference !== invoice?.invoiceNumber && reference}<//>
        <${Fact} name=${words.raised}>${date && dayAndYear(date)}<//>
      </dl>
    </section>
  `;
}

/**
 * @param {{payment: Payment, office: import("../data/office.js").Office | null}} props
 */
function StatementBar({ payment, office }) {
  const { name } = payment.account;
  const [jobId, invoiceId, invoiceHref] = [jobIdOf(payment), invoiceIdOf(payment.invoice), newInvoiceHref(payment)];
  if (!jobId && !invoiceId && !office && !invoiceHref) return null;
  const isOver = Boolean(invoiceId);
  return html`
    <footer class=${isOver ? "bar is-even" : "bar"} aria-label=${words.actions}>
      ${invoiceId && html`<${Action} icon="invoice" href=${hrefTo(`/money/invoices/${invoiceId}`, {}, name)} isOver>${words.invoice}<//>`}
      ${jobId && html`<${Action} icon="jobs" href=${hrefTo(`/jobs/${jobId}`, {}, name)} isOver=${isOver}>${words.openJob}<//>`}
      ${office && html`<${Action} icon="ring" href=${`tel:${office.number}`} isOver=${isOver}>${words.call}<//>`}
      ${invoiceHref && html`<${Action} icon="invoice" href=${invoiceHref} isPrimary>${words.sendInvoice}<//>`}
    </footer>
  `;
}

/**
 * Return the address of the form for an invoice of a pending statement, or null if the agency wants none or has one.
 *
 * @param {Payment} payment
 */
function newInvoiceHref({ account: { agency, name }, statement, invoice, stage }) {
  if (stage === "paid" || invoice || !statement || !agency?.offers.includes("invoices.submit") || !takesStatement(agency)) return null;
  const { statementId, jobId } = statement;
  if (agency.invoice.link === "job_or_statement") return hrefTo("/invoice", { statement: statementId }, name);
  return jobId && hrefTo(`/jobs/${jobId}/invoice`, { statement: statementId }, name);
}
