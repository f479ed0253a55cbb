// The pages of an invoice and of a statement: where it is, what comes to the person, what was taken off, and what they can do.
import { useContext } from "preact/hooks";
import { useAccount } from "../data/accounts.ts";
import { jobAddress } from "../data/jobs.ts";
import { type Office, useOffice } from "../data/office.ts";
import { jobIdOf } from "../data/payments.ts";
import { usePayments } from "../data/use-payments.ts";
import { dayAndYear, money, shortDay } from "../format.ts";
import { html } from "../html.ts";
import { takesStatement } from "../invoice/rules.ts";
import { Steps } from "../outbox-screens/item-screen.ts";
import { download } from "../parts/download.ts";
import { Facts } from "../parts/facts.ts";
import { Icon } from "../parts/icon.ts";
import { Page } from "../parts/place.ts";
import { IsBeside } from "../parts/split.ts";
import { hrefTo } from "../router.ts";
import { common, money as words, states } from "../words.ts";
import { lastDurations } from "./figures.ts";
import { daysOf, invoiceIdOf, statementName, stateOf, stepsOf, titleOf } from "./shown.ts";

export function MoneyInvoiceScreen({ id }: {id: string}) {
  const { account, payments, sources, isReading, office } = useMoneyPage();
  const payment = payments.find(({ invoice }) => [invoice?.invoiceId, invoice?.submissionId].includes(id));
  if (!account || !payment) return html`<${MissingPage} account=${account} title=${common.invoice} isReading=${isReading} />`;
  return html`
    <${Page}
      parent="/money" account=${account} title=${titleOf(payment)} meta=${invoiceName(payment)} what=${words.title} sources=${sources}
      bar=${html`<${InvoiceBar} payment=${payment} office=${office} />`}
    >
      <${InvoiceContent} payment=${payment} payments=${payments} office=${office} />
    <//>
  `;
}

const invoiceName = ({ invoice }: Payment) => (invoice?.invoiceNumber ? words.invoiceNumber(invoice.invoiceNumber) : common.invoice);

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
          <b>${isRejected ? states.rejected(account.shortName) : states.noReason(account.shortName)}</b><br />
          ${[office && words.numberOf(office.phone, office.name), isRejected && words.noReason].filter(Boolean).join(" ")}
        </div>
      </div>
    `}
    ${double && html`<p class="hint">${words.isDouble(statementName(double), money(double.amount ?? 0))}</p>`}
    <h2 class="section"><span>${common.whereItIs}</span></h2>
    <${Steps} steps=${stepsOf(payment, lastDurations(payments, daysOf))} />
    ${isRejected && canInvoice(payment) && html`<p class="hint">${words.mayInvoiceAgain}</p>`}
  `;
}

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
      <footer class="bar" aria-label=${common.actions}>
        ${isOffered && html`<a class=${call ? "btn" : "btn is-primary"} href=${hrefTo(`/jobs/${jobId}/invoice`, {}, account.name)}>${words.newInvoice}</a>`}
        ${call && html`<${Action} icon="ring" href=${call} isPrimary>${common.call(account.shortName)}<//>`}
      </footer>
    `;
  }
  if (!invoice?.submissionId && !statement && !jobId && !call) return null;
  return html`
    <footer class="bar is-even" aria-label=${common.actions}>
      ${invoice?.submissionId &&
      html`
        <button type="button" class="btn is-over" onClick=${() => saveReceipt(payment)}><${Icon} name="download" />${common.receipt}</button>
      `}
      ${statement && html`<${Action} icon="statement" href=${hrefTo(`/money/statements/${statement.statementId}`, {}, account.name)} isOver>${words.statement}<//>`}
      ${jobId && html`<${Action} icon="jobs" href=${hrefTo(`/jobs/${jobId}`, {}, account.name)} isOver>${common.job}<//>`}
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
    common.to(account.agencyName),
    ...steps.flatMap(({ label, time, line }) => [`${label} ${time}`, line]),
  ];
  download(`${invoiceName(payment)}.txt`, lines.filter(Boolean).join("\r\n"), "text/plain");
}

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
  const total = stage === "paid" ? words.cameToYou : words.comesToYou;
  const sums = [
    [words.gross, gross !== null && money(gross)],
    [words.vat, vat !== null && money(vat)],
    [words.commission, Boolean(commission) && money(-(commission ?? 0)).replace("-", "−")],
    [total, amount !== null && money(amount)],
  ];
  const about = [
    [words.property, job && jobAddress(job)],
    [common.purpose, job && description],
    [words.yourInvoice, invoice?.invoiceNumber],
    [common.number, reference !== invoice?.invoiceNumber && reference],
    [words.raised, date && dayAndYear(date)],
  ];
  return html`
    <section class="card pad prose">
      <${Facts} facts=${sums} total=${total} />
    </section>
    <section class="card pad prose">
      <${Facts} facts=${about} />
    </section>
  `;
}

function StatementBar({ payment, office }: {payment: Payment, office: Office | null}) {
  const { name } = payment.account;
  const [jobId, invoiceId, invoiceHref] = [jobIdOf(payment), invoiceIdOf(payment.invoice), newInvoiceHref(payment)];
  if (!jobId && !invoiceId && !office && !invoiceHref) return null;
  const isOver = Boolean(invoiceId);
  return html`
    <footer class=${isOver ? "bar is-even" : "bar"} aria-label=${common.actions}>
      ${invoiceId && html`<${Action} icon="invoice" href=${hrefTo(`/money/invoices/${invoiceId}`, {}, name)} isOver>${common.invoice}<//>`}
      ${jobId && html`<${Action} icon="jobs" href=${hrefTo(`/jobs/${jobId}`, {}, name)} isOver=${isOver}>${words.openJob}<//>`}
      ${office && html`<${Action} icon="ring" href=${`tel:${office.number}`} isOver=${isOver}>${words.call}<//>`}
      ${invoiceHref && html`<${Action} icon="invoice" href=${invoiceHref} isPrimary>${common.sendInvoice}<//>`}
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

/** Return the payments of the account of this page, the state of its lists, and whom to ring. */
export function useMoneyPage() {
  const account = useAccount();
  const { payments, sources, isReading } = usePayments();
  const isOwn = ({ name }: ShownAccount) => name === account?.name;
  return {
    account,
    payments: payments.filter((payment) => isOwn(payment.account)),
    sources: sources.filter(isOwn),
    isReading,
    office: useOffice(account),
  };
}

/** The page of a payment that is not there. */
export const MissingPage = ({ account, title, isReading }: {account: ShownAccount | null, title: string, isReading: boolean}) => html`
  <${Page} parent="/money" account=${account} title=${title}>
    <p class="hint" role="status">${isReading ? common.reading : words.missing}</p>
  <//>
`;

/** An action of a page: a link in its bar. `isOver`: the icon stands above the words, as in a bar of equal actions. */
export const Action = ({ icon, href, isOver, isPrimary, children }: {icon: string, href: string, isOver?: boolean, isPrimary?: boolean, children: Children}) => html`
  <a class=${["btn", isOver && "is-over", isPrimary && "is-primary"].filter(Boolean).join(" ")} href=${href}>
    <${Icon} name=${icon} />${children}
  </a>
`;
