// The page of an invoice: where it is, since when, and what the person can do.
import { useContext } from "preact/hooks";
import { jobAddress } from "../data/jobs.ts";
import { jobIdOf } from "../data/payments.ts";
import { money, shortDay } from "../format.ts";
import { html } from "../html.ts";
import { download } from "../parts/download.ts";
import { Icon } from "../parts/icon.ts";
import { Page } from "../parts/place.ts";
import { IsBeside } from "../parts/split.ts";
import { hrefTo } from "../router.ts";
import { money as words } from "../words.ts";
import { lastDurations } from "./figures.ts";
import { Action, MissingPage, useMoneyPage } from "./page.ts";
import { daysOf, statementName, titleOf } from "./shown.ts";
import { StatementFacts } from "./statement-page.ts";
import { stepsOf } from "./steps.ts";

import type { Office } from "../data/office.ts";

export function MoneyInvoiceScreen({ id }: {id: string}) {
  const { account, payments, sources, isReading, office } = useMoneyPage();
  const payment = payments.find(({ invoice }) => [invoice?.invoiceId, invoice?.submissionId].includes(id));
  if (!account || !payment) return html`<${MissingPage} account=${account} title=${words.invoice} isReading=${isReading} />`;
  return html`
    <${Page}
      parent="/money" account=${account} title=${titleOf(payment)} meta=${invoiceName(payment)} what=${words.title} sources=${sources}
      bar=${html`<${InvoiceBar} payment=${payment} office=${office} />`}
    >
      <${InvoiceContent} payment=${payment} payments=${payments} office=${office} />
    <//>
  `;
}

const invoiceName = ({ invoice }: Payment) => (invoice?.invoiceNumber ? words.invoiceNumber(invoice.invoiceNumber) : words.invoice);

/** The content of the page. In a wide window, the statement stands beside it. */
function InvoiceContent({ payment, payments, office }: {payment: Payment, payments: Payment[], office: Office | null}) {
  const main = html`<${InvoiceFacts} payment=${payment} payments=${payments} office=${office} />`;
  if (!useContext(IsBeside) || !payment.statement) return main;
  return html`
    <div class="columns">
      <div>${main}</div>
      <div>
        <h2 class="section"><span>${statementName(payment.statement)}</span></h2>
        <${StatementFacts} payment=${payment} />
      </div>
    </div>
  `;
}

/** `payments`: all of the account. */
function InvoiceFacts({ payment, payments, office }: {payment: Payment, payments: Payment[], office: Office | null}) {
  const { account, job, invoice, amount, stage, double } = payment;
  const [isRejected, isRefused] = [stage === "rejected", stage === "refused"];
  const days = daysOf(payment);
  const facts = isRejected || days === null ? job?.reference && words.job(job.reference) : stage === "paid" ? words.inDays(days) : words.daysWaiting(days);
  const date = invoice?.invoiceDate && shortDay(invoice.invoiceDate);
  return html`
    <section class="card pad">
      <p class="second" dir="auto">${(job && jobAddress(job)) || invoice?.description}</p>
      <p class="amount">${amount === null ? "" : money(amount)}</p>
      <p class="apart"><span dir="auto">${[invoiceName(payment), date].filter(Boolean).join(", ")}</span>${facts && html`<span dir="auto">${facts}</span>`}</p>
    </section>
    ${(isRejected || isRefused) &&
    html`
      <div class="banner is-card is-bad prose">
        <${Icon} name="refused" />
        <div>
          <b>${isRejected ? words.rejectedBy(account.shortName) : words.refusedBy(account.shortName)}</b><br />
          ${[office && words.numberOf(office.phone, office.name), isRejected && words.noReason].filter(Boolean).join(" ")}
        </div>
      </div>
    `}
    ${double && html`<p class="hint">${words.isDouble(statementName(double), money(double.amount ?? 0))}</p>`}
    <h2 class="section"><span>${words.whereItIs}</span></h2>
    <ol class="feed">
      ${stepsOf(payment, lastDurations(payments, daysOf)).map((step) => html`<${StepRow} key=${step.label} step=${step} />`)}
    </ol>
    ${isRejected && canInvoice(payment) && html`<p class="hint">${words.mayInvoiceAgain}</p>`}
  `;
}

const StepRow = ({ step: { icon, tone, label, time, line, isNext } }: {step: import("./steps.ts").Step}) => html`
  <li class=${isNext ? "is-next" : null}>
    <span class=${tone ? `dot is-${tone}` : "dot"}><${Icon} name=${icon} /></span>
    <div>
      <p class="what"><span>${label}</span>${time && html`<time>${time}</time>`}</p>
      ${line && html`<p class="second">${line}</p>`}
    </div>
  </li>
`;

const canInvoice = (payment: Payment) => Boolean(jobIdOf(payment) && payment.account.agency?.offers.includes("invoices.submit"));

/** The actions of the page. After a rejection, the call is the primary. */
function InvoiceBar({ payment, office }: {payment: Payment, office: Office | null}) {
  const { account, invoice, statement, stage } = payment;
  const jobId = jobIdOf(payment);
  const call = office && `tel:${office.number}`;
  if (stage === "rejected" || stage === "refused") {
    const isOffered = canInvoice(payment);
    if (!call && !isOffered) return null;
    return html`
      <footer class="bar" aria-label=${words.actions}>
        ${isOffered && html`<a class=${call ? "btn" : "btn is-primary"} href=${hrefTo(`/jobs/${jobId}/invoice`, {}, account.name)}>${words.newInvoice}</a>`}
        ${call && html`<${Action} icon="ring" href=${call} isPrimary>${words.callAgency(account.shortName)}<//>`}
      </footer>
    `;
  }
  if (!invoice?.submissionId && !statement && !jobId && !call) return null;
  return html`
    <footer class="bar is-even" aria-label=${words.actions}>
      ${invoice?.submissionId &&
      html`
        <button type="button" class="btn is-over" onClick=${() => saveReceipt(payment)}><${Icon} name="download" />${words.receiptButton}</button>
      `}
      ${statement && html`<${Action} icon="statement" href=${hrefTo(`/money/statements/${statement.statementId}`, {}, account.name)} isOver>${words.statement}<//>`}
      ${jobId && html`<${Action} icon="jobs" href=${hrefTo(`/jobs/${jobId}`, {}, account.name)} isOver>${words.jobButton}<//>`}
      ${call && html`<${Action} icon="ring" href=${call} isOver>${words.call}<//>`}
    </footer>
  `;
}

/** Have the browser save the portal's receipt as a text. */
function saveReceipt(payment: Payment) {
  const { account, amount } = payment;
  const steps = stepsOf(payment, null).filter(({ isNext }) => !isNext);
  const lines = [
    invoiceName(payment),
    amount !== null && money(amount),
    words.recipient(account.agencyName),
    ...steps.flatMap(({ label, time, line }) => [`${label} ${time}`, line]),
  ];
  download(`${invoiceName(payment)}.txt`, lines.filter(Boolean).join("\r\n"), "text/plain");
}
