// Which dates are wanted: a span that people think in, or any other.
import { useSignal } from "@preact/signals";
import { html } from "../html.js";
import { today } from "../words.js";
import { spans } from "./figures.js";

const OTHER = "Other dates";

/** `set(from, to)` is called with YYYY-MM-DD or an empty text each. */
export function Dates({ from, to, set }) {
  const known = spans(today());
  const named = Object.keys(known).find((name) => known[name].join() === [from, to].join());
  const isOther = useSignal(!named);
  const choose = ({ target }) => {
    isOther.value = target.value === OTHER;
    if (!isOther.value) set(...known[target.value]);
  };
  const isWrong = from && to && from > to;
  return html`
    <form class="dates" onSubmit=${(event) => event.preventDefault()}>
      <div>
        <label for="span">Dates</label>
        <select id="span" class="form-control" value=${isOther.value ? OTHER : named} onChange=${choose}>
          ${[...Object.keys(known), OTHER].map((name) => html`<option key=${name}>${name}</option>`)}
        </select>
      </div>
      ${isOther.value &&
      html`
        <${Day} id="from" label="From" value=${from} isWrong=${isWrong} onChange=${(day) => set(day, to)} />
        <${Day} id="to" label="To" value=${to} isWrong=${isWrong} onChange=${(day) => set(from, day)} />
        <p id="dates-problem" class="problem" role="alert">${isWrong && "The first date is after the last."}</p>
      `}
    </form>
  `;
}

const Day = ({ id, label, value, isWrong, onChange }) => html`
  <div>
    <label for=${id}>${label}</label>
    <input
      id=${id} class="form-control" type="date" value=${value} aria-describedby="dates-problem"
      aria-invalid=${isWrong ? "true" : null} onChange=${({ target }) => onChange(target.value)}
    />
  </div>
`;
