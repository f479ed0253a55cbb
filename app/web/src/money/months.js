// Totals by month: a picture of bars that is a table at the same time.
import { html } from "../html.js";
import { money, month } from "../words.js";

/** `rows` as `byMonth` makes them. */
export function Months({ rows, caption }) {
  const most = Math.max(...rows.map((row) => (row.month ? row.amount : 0)), 0.01);
  return html`
    <table class="months">
      <caption>${caption}</caption>
      <thead><tr><${Head}>Month<//><${Head}>Amount<//></tr></thead>
      <tbody>
        ${rows.map(
          (row) => html`
            <tr key=${row.month}>
              <th scope="row">${row.month ? month(row.month) : "Before"}</th>
              <td><span class="measured">${row.month && html`<${Bar} share=${row.amount / most} />`}<b>${money(row.amount)}</b></span></td>
            </tr>
          `,
        )}
      </tbody>
    </table>
  `;
}

const Head = ({ children }) => html`<th scope="col"><span class="visually-hidden">${children}</span></th>`;

const Bar = ({ share }) => html`
  <svg class="bar" aria-hidden="true" focusable="false"><rect width=${`${Math.max(share, 0) * 100}%`} height="100%" rx="3" /></svg>
`;
