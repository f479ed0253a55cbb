// The choice of dates: a named period, or any two dates.
import { useSignal } from "@preact/signals";
import { today } from "../format.js";
import { html } from "../html.js";
import { namedPeriods } from "./figures.js";

const OTHER = "Other dates";

/**
 * `onChange` gets two dates as YYYY-MM-DD; an empty text stands for no limit.
 *
 * @param {{from: string, to: string, onChange: (from: string, to: string) => void}} props
 */
export function DateFilter({ from, to, onChange }) {
  const periods = namedPeriods(today());
  const names = Object.keys(periods);
  const selectedName = names.find((name) => periods[name].join() === [from, to].join());
  const isOther = useSignal(!selectedName);
  /** @param {FieldEvent} event */
  const select = ({ target }) => {
    isOther.value = target.value === OTHER;
    if (!isOther.value) onChange(...periods[target.value]);
  };
  const isReversed = Boolean(from && to && from > to);
  return html`
    <form class="dates" onSubmit=${(/** @type {Event} */ event) => event.preventDefault()}>
      <div>
        <label for="span">Dates</label>
        <select id="span" class="form-control" value=${isOther.value ? OTHER : selectedName} onChange=${select}>
          ${[...names, OTHER].map((name) => html`<option key=${name}>${name}</option>`)}
        </select>
      </div>
      ${isOther.value &&
      html`
        <${DateField} id="from" label="From" value=${from} isWrong=${isReversed} onChange=${(/** @type {string} */ date) => onChange(date, to)} />
        <${DateField} id="to" label="To" value=${to} isWrong=${isReversed} onChange=${(/** @type {string} */ date) => onChange(from, date)} />
        <p id="dates-problem" class="problem" role="alert">${isReversed && "The first date is after the last."}</p>
      `}
    </form>
  `;
}

/** @param {{id: string, label: string, value: string, isWrong: boolean, onChange: (date: string) => void}} props */
const DateField = ({ id, label, value, isWrong, onChange }) => html`
  <div>
    <label for=${id}>${label}</label>
    <input
      id=${id} class="form-control" type="date" value=${value} aria-describedby="dates-problem"
      aria-invalid=${isWrong ? "true" : null} onChange=${(/** @type {FieldEvent} */ { target }) => onChange(target.value)}
    />
  </div>
`;
