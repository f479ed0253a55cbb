// A payment in a list: its amount, its agency, and its clock of four parts, which the words beside it repeat.
import { hasSeveralAgencies } from "../data/accounts.ts";
import { eventOf } from "../data/payments.ts";
import { money, shortDay } from "../format.ts";
import { html } from "../html.ts";
import { Logo } from "../parts/logo.ts";
import { isShownBeside } from "../parts/split.ts";
import { ItemState, StateLine } from "../parts/state.ts";
import { money as words, states } from "../words.ts";
import { daysOf, doubtOf, hrefOf, statementName, stateOf, titleOf } from "./shown.ts";

export function paymentRow(payment: Payment) {
  const { amount, stage, double } = payment;
  const href = hrefOf(payment);
  return html`
    <div key=${href} class="row" role="listitem" aria-current=${isShownBeside(new URL(href, location.origin).pathname, payment.account.name) ? "true" : null}>
      <div>
        <div class="line">
          <h3><a class="cover" href=${href} dir="auto">${titleOf(payment)}</a></h3>
          <span class="sum">${amount === null ? "" : money(amount)}</span>
        </div>
        <${From} payment=${payment} />
        <${Clock} stage=${stage} />
        <${State} payment=${payment} />
        ${double && html`<p class="meta">${words.isDouble(statementName(double), money(double.amount ?? 0))}</p>`}
      </div>
    </div>
  `;
}

function From({ payment: { account, invoice, statement, stage } }: {payment: Payment}) {
  const number = statement && (stage === "paid" || !invoice) ? statementName(statement) : invoice?.invoiceNumber;
  const rejected = stage === "rejected" && eventOf(invoice, "rejected");
  const about = [number, rejected && states.seen(shortDay(rejected.at))].filter(Boolean).join(", ");
  const hasAgency = hasSeveralAgencies();
  if (!hasAgency && !about) return null;
  return html`
    <p class="from">
      ${hasAgency && html`<${Logo} account=${account} small />`}
      <span dir="auto">${[hasAgency && account.agencyName, about].filter(Boolean).join(" · ")}</span>
    </p>
  `;
}

const LIT: Record<PaymentStage, string[]> = {
  phone: [],
  received: ["is-on"],
  agency: ["is-on", "is-on"],
  authorised: ["is-on", "is-on", "is-on"],
  rejected: ["is-on", "is-on", "is-off"],
  refused: ["is-on", "is-off"],
  paid: ["is-good", "is-good", "is-good", "is-good"],
};

const Clock = ({ stage }: {stage: PaymentStage}) => html`<div class="clock" aria-hidden="true">${[0, 1, 2, 3].map((at) => html`<i key=${at} class=${LIT[stage][at]} />`)}</div>`;

function State({ payment }: {payment: Payment}) {
  const { account, invoice, stage } = payment;
  const days = daysOf(payment);
  const doubt = doubtOf(invoice, account.shortName);
  const isRejected = stage === "rejected";
  return html`
    <div class="apart">
      ${invoice?.item && stage === "phone"
        ? html`<${ItemState} item=${invoice.item} account=${account} />`
        : isRejected
          ? html`<${StateLine} icon="refused" tone="bad" label=${states.rejected(account.shortName)} />`
          : doubt
            ? html`<${StateLine} ...${doubt} besides="" />`
            : html`<span>${stateOf(payment)}</span>`}
      ${days !== null && !isRejected && html`<span>${stage === "paid" ? words.inDays(days) : words.days(days)}</span>`}
    </div>
  `;
}
