// Totals by month: a table whose rows are the bars of a chart.
import { money, month as monthLabel } from "../format.js";
import { html } from "../html.js";

/** @typedef {{month: string | null, amount: number}} MonthlyTotal */

/**
 * `rows`: the result of `byMonth`.
 *
 * @param {{rows: MonthlyTotal[], caption: string}} props
 */
export function MonthlyTotals({ rows, caption }) {
  const maxAmount = Math.max(...rows.map((row) => (row.month ? row.amount : 0)), 0.01);
  const maxLength = Math.max(...rows.map((row) => money(row.amount).length));
  return html`
    <div class="card">
      <table class="months" style=${{ "--amount": `${maxLength}ch` }}>
        <caption>${caption}</caption>
        <thead><tr><${Heading}>Month<//><${Heading}>Amount<//></tr></thead>
        <tbody>${rows.map((row) => html`<${MonthRow} key=${row.month} ...${row} maxAmount=${maxAmount} />`)}</tbody>
      </table>
    </div>
  `;
}

/** @param {{children: Children}} props */
const Heading = ({ children }) => html`<th scope="col"><span class="visually-hidden">${children}</span></th>`;

/** @param {MonthlyTotal & {maxAmount: number}} props */
const MonthRow = ({ month, amount, maxAmount }) => html`
  <tr>
    <th scope="row">${month ? monthLabel(month) : "Before"}</th>
    <td><span class="measured">${month && html`<${Bar} share=${amount / maxAmount} />`}<b>${money(amount)}</b></span></td>
  </tr>
`;

/** @param {{share: number}} props */
const Bar = ({ share }) => html`
  <svg class="bar" aria-hidden="true" focusable="false">
    <rect width=${`${Math.max(share, 0) * 100}%`} height="100%" rx="3" />
  </svg>
`;
