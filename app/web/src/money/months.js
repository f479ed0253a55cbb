// Totals by month: a picture of bars that is a table at the same time.
import { html } from "../html.js";
import { money, month } from "../words.js";

/** `rows` as `byMonth` makes them. */
export function Months({ rows, caption }) {
  const most = Math.max(...rows.map((row) => (row.month ? row.amount : 0)), 0.01);
  const longest = Math.max(...rows.map((row) => money(row.amount).length));
  return html`
    <div class="card">
      <table class="months" style=${{ "--amount": `${longest}ch` }}>
        <caption>${caption}</caption>
        <thead><tr><${Head}>Month<//><${Head}>Amount<//></tr></thead>
        <tbody>${rows.map((row) => html`<${Month} key=${row.month} ...${row} most=${most} />`)}</tbody>
      </table>
    </div>
  `;
}

const Head = ({ children }) => html`<th scope="col"><span class="visually-hidden">${children}</span></th>`;

const Month = ({ month: name, amount, most }) => html`
  <tr>
    <th scope="row">${name ? month(name) : "Before"}</th>
    <td><span class="measured">${name && html`<${Bar} share=${amount / most} />`}<b>${money(amount)}</b></span></td>
  </tr>
`;

const Bar = ({ share }) => html`
  <svg class="bar" aria-hidden="true" focusable="false">
    <rect width=${`${Math.max(share, 0) * 100}%`} height="100%" rx="3" />
  </svg>
`;
