// Which pending statement an invoice is for.
import { html } from "../html.js";
import { useReading } from "../reading.js";
import { day, money } from "../words.js";
import { Label, Problem, described } from "./field.js";

export function StatementField({ name, required, problem, value, ...rest }) {
  const reading = useReading("statements/pending");
  const statements = reading.value.body?.statements ?? [];
  const isKnown = !value || statements.some(({ statementId }) => statementId === value);
  return html`
    <div class="field">
      <${Label} name=${name} required=${required}>The pending statement it is for<//>
      <select id=${name} class="form-control" value=${value} ...${described({ name, problem, required })} ...${rest}>
        <option value="">${required ? "Please choose" : "None"}</option>
        ${!isKnown && html`<option value=${value}>${value}</option>`}
        ${statements.map((one) => html`<option key=${one.statementId} value=${one.statementId}>${told(one)}</option>`)}
      </select>
      <${Problem} name=${name}>${problem ?? (reading.value.body ? null : reading.value.problem)}<//>
    </div>
  `;
}

/** A statement in one line. */
export const told = ({ statementId, reference, description, date, amount, gross }) =>
  [money(gross ?? amount ?? 0), description ?? reference ?? statementId, date && day(date)].filter(Boolean).join(", ");
