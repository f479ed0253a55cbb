// The sheet that saves payments as a file for the accountant: one tax quarter or other dates, all agencies or one.
import { useSignal } from "@preact/signals";
import { hasSeveralAgencies } from "../data/accounts.ts";
import { jobAddress } from "../data/jobs.ts";
import { money, today } from "../format.ts";
import { html } from "../html.ts";
import { announce } from "../parts/announcer.ts";
import { Bar, Button } from "../parts/button.ts";
import { Choices } from "../parts/choices.ts";
import { download } from "../parts/download.ts";
import { Icon } from "../parts/icon.ts";
import { closeSheet, Sheet } from "../parts/sheet.ts";
import { common, invoice as invoiceWords, items, money as words, states } from "../words.ts";
import { csv } from "./csv.ts";
import { sumOf, taxQuarters, within } from "./figures.ts";
import { agenciesOf, periodName, statementName } from "./shown.ts";

const COLUMNS: [string, (payment: Payment) => string | number | null | undefined][] = [
  [common.date, ({ paidOn }) => paidOn],
  [common.agency, ({ account }) => account.agencyName],
  [words.property, ({ job, statement, invoice }) => (job && jobAddress(job)) || statement?.description || invoice?.description],
  [common.number, ({ invoice, statement }) => invoice?.invoiceNumber ?? statement?.reference ?? statement?.statementId],
  [words.net, ({ statement }) => statement?.net],
  [invoiceWords.vat, ({ statement, invoice }) => statement?.vat ?? invoice?.vat],
  [words.commission, ({ statement }) => statement?.commission],
  [states.paid, ({ amount, double }) => (double ? null : amount)],
  [items.note, noteOf],
];

function noteOf({ double, statement, paidBy }: Payment) {
  if (double) return words.sameAs(statementName(double));
  const notes = [!statement && words.noStatement, paidBy === "seen" && words.seenDate, paidBy === "statement" && words.noPaymentDate];
  return notes.filter(Boolean).join("; ");
}

/** `payments`: all that were paid. `missing`: the accounts whose payments cannot be read. */
export function ExportSheet({ payments, missing }: {payments: Payment[], missing: ShownAccount[]}) {
  const quarters = taxQuarters(today());
  const chosen = useSignal(1); // the last quarter that has ended
  const dates = useSignal({ from: quarters[1].from, to: today() });
  const agency = useSignal("");
  const isOther = chosen.value === quarters.length;
  const { from, to } = isOther ? dates.value : quarters[chosen.value];
  const ofAgency = payments.filter(({ account }) => !agency.value || account.owner.agency === agency.value);
  const paidIn = (period: {from: string, to: string}) => ofAgency.filter(({ paidOn }) => within(period.from, period.to)(paidOn));
  const rows = paidIn({ from, to });
  const save = () => {
    const name = ["payments", from, to, agency.value].filter(Boolean).join(" ");
    download(`${name}.csv`, csv(COLUMNS, rows), "text/csv");
    closeSheet();
    announce(words.saved(`${name}.csv`));
  };
  const footer = html`<${Bar}><${Button} icon="download" look="is-primary" onClick=${save}>${words.save(rows.length)}<//><//>`;
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

const Period = ({ chosen, index, name, about }: {chosen: Signal<number>, index: number, name: string, about?: string}) => html`
  <li>
    <label class="setting">
      <span>${name}${about && html`<small>${about}</small>`}</span>
      <input class="radio" type="radio" name="quarter" checked=${chosen.value === index} onChange=${() => (chosen.value = index)} />
    </label>
  </li>
`;

function Dates({ dates }: {dates: Signal<{from: string, to: string}>}) {
  const { from, to } = dates.value;
  const isReversed = Boolean(from && to && from > to);
  return html`
    <div class="pair field">
      ${(["from", "to"] as const).map(
        (name) => html`
          <div key=${name}>
            <label class="name" for=${name}>${words[name]}</label>
            <input
              id=${name} class="input num" type="date" value=${dates.value[name]} aria-invalid=${isReversed ? "true" : null}
              aria-describedby="dates-problem"
              onChange=${({ target }: FieldEvent) => (dates.value = { ...dates.value, [name]: target.value })}
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

function Agencies({ payments, chosen }: {payments: Payment[], chosen: Signal<string>}) {
  const names = new Map(payments.map(({ account: { owner, shortName } }) => [owner.agency, shortName]));
  return html`
    <fieldset class="field">
      <legend>${common.agencies}</legend>
      <${Choices} name="agency" choices=${[["", common.all], ...names]} chosen=${chosen.value} onChoose=${(agency: string) => (chosen.value = agency)} />
    </fieldset>
  `;
}
