// The sheet that saves payments as a file for the accountant: one tax quarter or other dates, all agencies or one.
import { useSignal } from "@preact/signals";
import { hasSeveralAgencies } from "../data/accounts.js";
import { jobAddress } from "../data/jobs.js";
import { money, today } from "../format.js";
import { html } from "../html.js";
import { announce } from "../parts/announcer.js";
import { download } from "../parts/download.js";
import { Icon } from "../parts/icon.js";
import { closeSheet, Sheet } from "../parts/sheet.js";
import { money as words } from "../words.js";
import { csv } from "./csv.js";
import { sumOf, taxQuarters, within } from "./figures.js";
import { agenciesOf, periodName, statementName } from "./shown.js";

/** @type {[string, (payment: Payment) => string | number | null | undefined][]} */
const COLUMNS = [
  [words.column.date, ({ paidOn }) => paidOn],
  [words.column.agency, ({ account }) => account.agencyName],
  [words.column.property, ({ job, statement, invoice }) => (job && jobAddress(job)) || statement?.description || invoice?.description],
  [words.column.number, ({ invoice, statement }) => invoice?.invoiceNumber ?? statement?.reference ?? statement?.statementId],
  [words.column.net, ({ statement }) => statement?.net],
  [words.column.vat, ({ statement, invoice }) => statement?.vat ?? invoice?.vat],
  [words.column.commission, ({ statement }) => statement?.commission],
  [words.column.paid, ({ amount, double }) => (double ? null : amount)],
  [words.column.note, noteOf],
];

/** @param {Payment} payment */
function noteOf({ double, statement, paidBy }) {
  if (double) return words.sameAs(statementName(double));
  const notes = [!statement && words.noStatement, paidBy === "seen" && words.seenDate, paidBy === "statement" && words.noPaymentDate];
  return notes.filter(Boolean).join("; ");
}

/**
 * `payments`: all that were paid. `missing`: the accounts whose payments cannot be read.
 *
 * @param {{payments: Payment[], missing: ShownAccount[]}} props
 */
export function ExportSheet({ payments, missing }) {
  const quarters = taxQuarters(today());
  const chosen = useSignal(1); // the last quarter that has ended
  const dates = useSignal({ from: quarters[1].from, to: today() });
  const agency = useSignal("");
  const isOther = chosen.value === quarters.length;
  const { from, to } = isOther ? dates.value : quarters[chosen.value];
  const ofAgency = payments.filter(({ account }) => !agency.value || account.owner.agency === agency.value);
  /** @param {{from: string, to: string}} period */
  const paidIn = (period) => ofAgency.filter(({ paidOn }) => within(period.from, period.to)(paidOn));
  const rows = paidIn({ from, to });
  const save = () => {
    const name = ["payments", from, to, agency.value].filter(Boolean).join(" ");
    download(`${name}.csv`, csv(COLUMNS, rows), "text/csv");
    closeSheet();
    announce(words.saved(`${name}.csv`));
  };
  const footer = html`
    <footer class="bar" aria-label=${words.actions}>
      <button type="button" class="btn is-primary" onClick=${save}><${Icon} name="download" />${words.save(rows.length)}</button>
    </footer>
  `;
  return html`
    <${Sheet} title=${words.csv} footer=${footer}>
      <fieldset class="field">
        <legend>${words.quarter}</legend>
        <ul class="card">
          ${quarters.map((quarter, index) => {
            const own = paidIn(quarter);
            const about = index ? words.payments(own.length, money(sumOf(own))) : words.soFar(own.length);
            return html`<${Period} key=${quarter.from} chosen=${chosen} index=${index} name=${periodName(quarter)} about=${about} />`;
          })}
          <${Period} chosen=${chosen} index=${quarters.length} name=${words.otherDates} />
        </ul>
      </fieldset>
      ${isOther && html`<${Dates} dates=${dates} />`} ${hasSeveralAgencies() && html`<${Agencies} payments=${payments} chosen=${agency} />`}
      <p class="hint">${words.columns}</p>
      ${missing.length > 0 && html`<p class="hint">${words.without(agenciesOf(missing))}</p>`}
    <//>
  `;
}

/** @param {{chosen: Signal<number>, index: number, name: string, about?: string}} props */
const Period = ({ chosen, index, name, about }) => html`
  <li>
    <label class="setting">
      <span>${name}${about && html`<small>${about}</small>`}</span>
      <input class="radio" type="radio" name="quarter" checked=${chosen.value === index} onChange=${() => (chosen.value = index)} />
    </label>
  </li>
`;

/** @param {{dates: Signal<{from: string, to: string}>}} props */
function Dates({ dates }) {
  const { from, to } = dates.value;
  const isReversed = Boolean(from && to && from > to);
  return html`
    <div class="pair field">
      ${/** @type {const} */ (["from", "to"]).map(
        (name) => html`
          <div key=${name}>
            <label class="name" for=${name}>${words[name]}</label>
            <input
              id=${name} class="input num" type="date" value=${dates.value[name]} aria-invalid=${isReversed ? "true" : null}
              aria-describedby="dates-problem"
              onChange=${(/** @type {FieldEvent} */ { target }) => (dates.value = { ...dates.value, [name]: target.value })}
            />
          </div>
        `,
      )}
    </div>
    <p id="dates-problem" class="problem" role="alert">
      ${isReversed && html`<${Icon} name="refused" small /><span>${words.isReversed}</span>`}
    </p>
  `;
}

/** @param {{payments: Payment[], chosen: Signal<string>}} props */
function Agencies({ payments, chosen }) {
  const names = new Map(payments.map(({ account: { owner, shortName } }) => [owner.agency, shortName]));
  return html`
    <fieldset class="field">
      <legend>${words.agencies}</legend>
      <div class="chips">
        ${[["", words.all], ...names].map(
          ([agency, name]) => html`
            <label key=${agency} class="choice">
              <input type="radio" name="agency" checked=${chosen.value === agency} onChange=${() => (chosen.value = agency)} />
              <span class="chip"><${Icon} name="tick" small />${name}</span>
            </label>
          `,
        )}
      </div>
    </fieldset>
  `;
}
