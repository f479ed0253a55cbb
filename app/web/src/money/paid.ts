// What was paid: the sum of the tax year by month, the way to the file for the accountant, and each payment.
import { useSignal } from "@preact/signals";
import { hasSeveralAgencies } from "../data/accounts.ts";
import { money, monthHeading, shortMonth, today } from "../format.ts";
import { html } from "../html.ts";
import { LinkRow } from "../parts/link-row.ts";
import { sheetHref } from "../parts/sheet.ts";
import { route } from "../router.ts";
import { common, money as words } from "../words.ts";
import { byMonth, sumOf, taxYearOf, within, withGaps } from "./figures.ts";
import { PaymentRow } from "./row.ts";
import { agenciesOf } from "./shown.ts";

const FIRST_ROWS = 24; // most people have no more in half a year
/** The number of rendered rows. A person who comes back to the list sees as many again. */
let lastLimit = FIRST_ROWS;

/** `payments`: the newest first. `missing`: the accounts whose payments cannot be read. */
export function Paid({ payments, missing }: {payments: Payment[], missing: ShownAccount[]}) {
  const limit = useSignal(route.value.isBack ? lastLimit : FIRST_ROWS);
  const more = () => {
    lastLimit = limit.value += FIRST_ROWS;
  };
  const months = byMonth(payments);
  const shown = months.slice(0, countWithin(months, limit.value));
  return html`
    ${payments.length
      ? html`<${TaxYear} payments=${payments} missing=${missing} />`
      : html`<section class="empty"><h2>${words.nothingPaid}</h2><p class="second">${words.nothingPaidHint}</p></section>`}
    ${payments.length > 0 &&
    html`
      <ul class="card prose">
        <${LinkRow} level="h2" icon="download" href=${sheetHref("csv")} title=${words.csv} text=${hasSeveralAgencies() ? words.csvHintSeveral : words.csvHint} />
      </ul>
    `}
    ${shown.map((each) => html`<${Month} key=${each.month} ...${each} />`)}
    ${shown.length < months.length && html`<button type="button" class="btn" onClick=${more}>${words.showMore}</button>`}
  `;
}

/** Return how many months have at least `limit` rows together. */
function countWithin(months: {payments: Payment[]}[], limit: number) {
  let [number, rows] = [0, 0];
  while (number < months.length && rows < limit) rows += months[number++].payments.length;
  return number;
}

function TaxYear({ payments, missing }: {payments: Payment[], missing: ShownAccount[]}) {
  const from = taxYearOf(today());
  const ofYear = payments.filter(({ paidOn }) => within(from, "")(paidOn));
  const rows = withGaps(byMonth(ofYear));
  const most = Math.max(...rows.map(({ amount }) => amount), 0.01);
  return html`
    <section class="card pad" aria-label=${words.paidSince}>
      <p class="second">${words.paidSince}</p>
      <p class="amount">${money(sumOf(ofYear))}</p>
      ${rows.length > 0 &&
      html`
        <table class="months">
          <tbody>
            ${rows.map(({ month, amount }) => {
              const label = month === from.slice(0, 7) ? words.sinceTaxYear : shortMonth(month);
              return html`<${MonthBar} key=${month} label=${label} amount=${amount} share=${amount / most} />`;
            })}
          </tbody>
        </table>
      `}
      ${missing.length > 0 && html`<p class="hint">${words.without(agenciesOf(missing))}</p>`}
    </section>
  `;
}

const MonthBar = ({ label, amount, share }: {label: string, amount: number, share: number}) => html`
  <tr>
    <th scope="row">${label}</th>
    <td>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect class="f-tint" width=${Math.max(share, 0) * 100} height="10" rx="1" />
      </svg>
    </td>
    <td>${money(amount)}</td>
  </tr>
`;

const Month = ({ month, payments, amount }: {month: string, payments: Payment[], amount: number}) => html`
  <h2 class="section"><span>${month ? monthHeading(`${month}-01`) : common.undated}</span><span class="meta">${money(amount)}</span></h2>
  <ul class="card">${payments.map((payment, index) => html`<${PaymentRow} key=${index} payment=${payment} />`)}</ul>
`;
