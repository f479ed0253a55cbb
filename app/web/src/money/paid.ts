// What was paid: the sum of the tax year by month, the way to the file for the accountant, and each payment.
import { useMemo } from "preact/hooks";
import { hasSeveralAgencies } from "../data/accounts.ts";
import { money, monthHeading, shortMonth, today } from "../format.ts";
import { html } from "../html.ts";
import { LinkRow } from "../parts/link-row.ts";
import { LongList } from "../parts/long-list.ts";
import { sheetHref } from "../parts/sheet.ts";
import { common, money as words } from "../words.ts";
import { byMonth, sumOf, taxYearOf, within, withGaps } from "./figures.ts";
import { paymentRow } from "./row.ts";
import { agenciesOf } from "./shown.ts";

/** `payments`: the newest first. `missing`: the accounts whose payments cannot be read. */
export function Paid({ payments, missing }: {payments: Payment[], missing: ShownAccount[]}) {
  const sections = useMemo(() => byMonth(payments).map(sectionOf), [payments]);
  if (!payments.length) return html`<section class="empty"><h2>${words.nothingPaid}</h2><p class="second">${words.nothingPaidHint}</p></section>`;
  return html`
    <${TaxYear} payments=${payments} missing=${missing} />
    <ul class="card prose">
      <${LinkRow} level="h2" icon="download" href=${sheetHref("csv")} title=${words.csv} text=${hasSeveralAgencies() ? words.csvHintSeveral : words.csvHint} />
    </ul>
    <${LongList} name="paid" sections=${sections} />
  `;
}

const sectionOf = ({ month, payments, amount }: ReturnType<typeof byMonth>[number]) => ({
  name: month,
  title: month ? monthHeading(`${month}-01`) : common.undated,
  meta: money(amount),
  items: payments,
  row: paymentRow,
});

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
