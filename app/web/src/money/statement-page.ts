// The page of a statement: what comes to the person, what was taken off, and the agency's own word for its state.
import { jobAddress } from "../data/jobs.ts";
import { jobIdOf } from "../data/payments.ts";
import { dayAndYear, money } from "../format.ts";
import { html } from "../html.ts";
import { takesStatement } from "../invoice/rules.ts";
import { Icon } from "../parts/icon.ts";
import { Page } from "../parts/place.ts";
import { hrefTo } from "../router.ts";
import { money as words } from "../words.ts";
import { Action, Fact, MissingPage, useMoneyPage } from "./page.ts";
import { invoiceIdOf, stateOf, statementName, titleOf } from "./shown.ts";

export function MoneyStatementScreen({ id }: {id: string}) {
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

function StatementContent({ payment }: {payment: Payment}) {
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

/** How the amount came about, and what the statement is for. */
export function StatementFacts({ payment }: {payment: Payment}) {
  const { stage, invoice, job } = payment;
  const { gross, vat, commission, amount, date, description, reference } = payment.statement as Statement;
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

function StatementBar({ payment, office }: {payment: Payment, office: import("../data/office.ts").Office | null}) {
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
 */
function newInvoiceHref({ account: { agency, name }, statement, invoice, stage }: Payment) {
  if (stage === "paid" || invoice || !statement || !agency?.offers.includes("invoices.submit") || !takesStatement(agency)) return null;
  const { statementId, jobId } = statement;
  if (agency.invoice.link === "job_or_statement") return hrefTo("/invoice", { statement: statementId }, name);
  return jobId && hrefTo(`/jobs/${jobId}/invoice`, { statement: statementId }, name);
}
