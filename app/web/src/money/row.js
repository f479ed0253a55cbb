// A payment in a list: its amount, its agency, and its clock of four parts, which the words beside it repeat.
import { hasSeveralAgencies } from "../data/accounts.js";
import { eventOf } from "../data/payments.js";
import { money, shortDay } from "../format.js";
import { html } from "../html.js";
import { Icon } from "../parts/icon.js";
import { Logo } from "../parts/logo.js";
import { isShownBeside } from "../parts/split.js";
import { ItemState } from "../parts/state.js";
import { money as words } from "../words.js";
import { daysOf, hrefOf, stateOf, statementName, titleOf } from "./shown.js";
import { doubtOf } from "./steps.js";

/** @param {{payment: Payment}} props */
export function PaymentRow({ payment }) {
  const { amount, stage, double } = payment;
  const href = hrefOf(payment);
  return html`
    <li class="row" aria-current=${isShownBeside(new URL(href, location.origin).pathname, payment.account.name) ? "true" : null}>
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
    </li>
  `;
}

/** @param {{payment: Payment}} props */
function From({ payment: { account, invoice, statement, stage } }) {
  const number = statement && (stage === "paid" || !invoice) ? statementName(statement) : invoice?.invoiceNumber;
  const rejected = stage === "rejected" && eventOf(invoice, "rejected");
  const about = [number, rejected && words.seen(shortDay(rejected.at))].filter(Boolean).join(", ");
  const hasAgency = hasSeveralAgencies();
  if (!hasAgency && !about) return null;
  return html`
    <p class="from">
      ${hasAgency && html`<${Logo} account=${account} small />`}
      <span dir="auto">${[hasAgency && account.agencyName, about].filter(Boolean).join(" · ")}</span>
    </p>
  `;
}

/** @type {Record<PaymentStage, string[]>} */
const LIT = {
  phone: [],
  received: ["is-on"],
  agency: ["is-on", "is-on"],
  authorised: ["is-on", "is-on", "is-on"],
  rejected: ["is-on", "is-on", "is-off"],
  refused: ["is-on", "is-off"],
  paid: ["is-good", "is-good", "is-good", "is-good"],
};

/** @param {{stage: PaymentStage}} props */
const Clock = ({ stage }) => html`<div class="clock" aria-hidden="true">${[0, 1, 2, 3].map((at) => html`<i key=${at} class=${LIT[stage][at]} />`)}</div>`;

/** @param {{payment: Payment}} props */
function State({ payment }) {
  const { account, invoice, stage } = payment;
  const days = daysOf(payment);
  const doubt = doubtOf(invoice, account.shortName);
  const isRejected = stage === "rejected";
  return html`
    <div class="apart">
      ${invoice?.item && stage === "phone"
        ? html`<${ItemState} item=${invoice.item} account=${account} />`
        : isRejected
          ? html`<p class="state is-bad"><${Icon} name="refused" small /><span>${words.rejectedBy(account.shortName)}</span></p>`
          : doubt
            ? html`<p class=${`state is-${doubt.tone}`}><${Icon} name=${doubt.icon} small /><span>${doubt.label}</span></p>`
            : html`<span>${stateOf(payment)}</span>`}
      ${days !== null && !isRejected && html`<span>${stage === "paid" ? words.inDays(days) : words.days(days)}</span>`}
    </div>
  `;
}
