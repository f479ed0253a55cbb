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
import { Bar, Button } from "../parts/button.ts";
import { download } from "../parts/download.ts";
import { Facts } from "../parts/facts.ts";
import { Icon } from "../parts/icon.ts";
import { Page } from "../parts/place.ts";
import { IsBeside } from "../parts/split.ts";
import { hrefTo } from "../router.ts";
import { common, invoice as invoiceWords, money as words, states } from "../words.ts";
import { lastDurations } from "./figures.ts";
import { daysOf, invoiceIdOf, statementName, stateOf, stepsOf, titleOf } from "./shown.ts";

type Shown = {payment: Payment, payments: Payment[], office: Office | null};

/** The page of the payment that `isShown` finds. `contentOf` returns what the page shows of it. */
function PaymentPage({ title, isShown, contentOf }: {
  title: string, isShown: (payment: Payment) => boolean, contentOf: (shown: Shown) => {meta: string, bar: Children, action?: Children, content: Children},
}) {
  const account = useAccount();
  const all = usePayments();
  const office = useOffice(account);
  const isOwn = ({ name }: ShownAccount) => name === account?.name;
  const payments = all.payments.filter((payment) => isOwn(payment.account));
  const payment = payments.find(isShown);
  const frame = { parent: "/money", account };
  if (!payment) {
    const text = all.isReading ? common.reading : words.missing;
    return html`<${Page} key="missing" ...${frame} title=${title}><p class="hint" role="status">${text}</p><//>`;
  }
  const { content, ...others } = contentOf({ payment, payments, office });
  return html`
    <${Page} key="payment" ...${frame} title=${titleOf(payment)} what=${words.title} sources=${all.sources.filter(isOwn)} ...${others}>${content}<//>
  `;
}

export const MoneyInvoiceScreen = ({ id }: {id: string}) => html`
  <${PaymentPage}
    title=${common.invoice} isShown=${({ invoice }: Payment) => [invoice?.invoiceId, invoice?.submissionId].includes(id)}
    contentOf=${(shown: Shown) => ({
      meta: invoiceName(shown.payment), bar: html`<${PaymentBar} ...${shown} />`, content: html`<${InvoiceContent} ...${shown} />`,
    })}
  />
`;

export const MoneyStatementScreen = ({ id }: {id: string}) => html`
  <${PaymentPage}
    title=${words.statement} isShown=${({ statement }: Payment) => statement?.statementId === id}
    contentOf=${(shown: Shown) => ({
      meta: statementName(shown.payment.statement as Statement),
      action: html`<button type="button" class="icon-btn" aria-label=${words.print} onClick=${() => print()}><${Icon} name="print" /></button>`,
      bar: html`<${PaymentBar} ...${shown} isStatement />`,
      content: html`<${StatementContent} ...${shown} />`,
    })}
  />
`;

type Act = {icon?: string, look?: string, href?: string, onClick?: () => void, label: string};

/** The bar of those actions that are possible. `isEven`: their icons stand above the words. */
function Actions({ acts, isEven = false }: {acts: (Act | "" | false | null | undefined)[], isEven?: boolean}) {
  const possible = acts.filter(Boolean) as Act[];
  const button = ({ label, look, ...act }: Act) => html`<${Button} key=${label} look=${isEven ? "is-over" : look} ...${act}>${label}<//>`;
  return possible.length > 0 && html`<${Bar} look=${isEven && "is-even"}>${possible.map(button)}<//>`;
}

const invoiceName = ({ invoice }: Payment) => (invoice?.invoiceNumber ? words.invoiceNumber(invoice.invoiceNumber) : common.invoice);

/** In a wide window, the statement stands beside the invoice. */
function InvoiceContent({ payment, payments, office }: Shown) {
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

function InvoiceFacts({ payment, payments, office }: Shown) {
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

/** The page of the invoice leads to that of the statement, and back. After a rejection, the call is the primary. */
function PaymentBar({ payment, office, isStatement = false }: Shown & {isStatement?: boolean}) {
  const { account, invoice, statement, stage } = payment;
  const [jobId, invoiceId, newInvoice] = [jobIdOf(payment), invoiceIdOf(invoice), isStatement && newInvoiceHref(payment)];
  const href = (path: string) => hrefTo(path, {}, account.name);
  const call = office && { icon: "ring", href: `tel:${office.number}` };
  if (!isStatement && (stage === "rejected" || stage === "refused")) {
    return html`
      <${Actions}
        acts=${[
          canInvoice(payment) && { label: words.newInvoice, href: href(`/jobs/${jobId}/invoice`), look: call ? "" : "is-primary" },
          call && { ...call, label: common.call(account.shortName), look: "is-primary" },
        ]}
      />
    `;
  }
  const other = isStatement
    ? invoiceId && { icon: "invoice", label: common.invoice, href: href(`/money/invoices/${invoiceId}`) }
    : statement && { icon: "statement", label: words.statement, href: href(`/money/statements/${statement.statementId}`) };
  return html`
    <${Actions}
      isEven=${!isStatement || Boolean(invoiceId)}
      acts=${[
        !isStatement && invoice?.submissionId && { icon: "download", label: common.receipt, onClick: () => saveReceipt(payment) },
        other,
        jobId && { icon: "jobs", label: isStatement ? words.openJob : common.job, href: href(`/jobs/${jobId}`) },
        call && { ...call, label: common.call("") },
        newInvoice && { icon: "invoice", label: common.sendInvoice, href: newInvoice, look: "is-primary" },
      ]}
    />
  `;
}

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

function StatementContent({ payment }: Shown) {
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

function StatementFacts({ payment }: {payment: Payment}) {
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
    [invoiceWords.paper, invoice?.invoiceNumber],
    [common.number, reference !== invoice?.invoiceNumber && reference],
    [words.raised, date && dayAndYear(date)],
  ];
  return html`
    <section class="card pad prose"><${Facts} facts=${sums} total=${total} /></section>
    <section class="card pad prose"><${Facts} facts=${about} /></section>
  `;
}

/** Return null if the agency wants no invoice for the statement, or has one. */
function newInvoiceHref({ account: { agency, name }, statement, invoice, stage }: Payment) {
  if (stage === "paid" || invoice || !statement || !agency?.offers.includes("invoices.submit") || !takesStatement(agency)) return null;
  const { statementId, jobId } = statement;
  if (agency.invoice.link === "job_or_statement") return hrefTo("/invoice", { statement: statementId }, name);
  return jobId && hrefTo(`/jobs/${jobId}/invoice`, { statement: statementId }, name);
}
