// The fields of the invoice form, with their labels, hints and problems. document-field.js has the field of the PDF.
import { useResource } from "../data/resource.js";
import { day, money } from "../format.js";
import { html } from "../html.js";
import { dateLimits } from "./rules.js";

/** @typedef {{name: string, required: boolean, problem?: string | null, value: string}} FieldProps */

/** @param {{name: string, required: boolean, children: Children}} props */
export const Label = ({ name, required, children }) => html`
  <label for=${name}>${children}${!required && html`<span class="optional"> (optional)</span>`}</label>
`;

/** @param {{name: string, children: Children}} props */
export const Problem = ({ name, children }) => html`<p id=${`${name}-problem`} class="problem" role="alert">${children}</p>`;

/**
 * Return the attributes that connect a field with its hint and its problem.
 *
 * @param {{name: string, hint?: unknown, problem?: string | null, required: boolean}} field
 */
export const fieldAttributes = ({ name, hint, problem, required }) => ({
  required,
  "aria-describedby": hint ? `${name}-hint ${name}-problem` : `${name}-problem`,
  "aria-invalid": problem ? "true" : null,
});

/** @param {FieldProps & {label: string, limits: Limits, hint?: string, rows?: number, type?: string}} props */
export function TextField({ name, label, limits, hint, rows, problem, required, value, type = "text", ...attributes }) {
  const Tag = rows ? "textarea" : "input";
  const { oldest = undefined, latest = undefined } = type === "date" ? dateLimits(new Date(), limits) : {};
  return html`
    <div class="field">
      <${Label} name=${name} required=${required}>${label}<//>
      ${hint && html`<p id=${`${name}-hint`} class="hint">${hint}</p>`}
      <${Tag}
        id=${name} class="form-control" type=${rows ? null : type} rows=${rows} min=${oldest} max=${latest} autocomplete="off"
        value=${value} ...${fieldAttributes({ name, hint, problem, required })} ...${attributes}
      />
      <${Problem} name=${name}>${problem}<//>
    </div>
  `;
}

/**
 * The field of the pending statement that the invoice is for.
 *
 * @param {FieldProps} props
 */
export function StatementField({ name, required, problem, value, ...attributes }) {
  const resource = useResource("statements/pending").value;
  const statements = resource.body?.statements ?? [];
  const isListed = !value || statements.some(({ statementId }) => statementId === value);
  return html`
    <div class="field">
      <${Label} name=${name} required=${required}>The pending statement it is for<//>
      <select id=${name} class="form-control" value=${value} ...${fieldAttributes({ name, problem, required })} ...${attributes}>
        <option value="">${required ? "Please choose" : "None"}</option>
        ${!isListed && html`<option value=${value}>${value}</option>`}
        ${statements.map(
          (statement) => html`<option key=${statement.statementId} value=${statement.statementId}>${statementLabel(statement)}</option>`,
        )}
      </select>
      <${Problem} name=${name}>${problem ?? (resource.body ? null : resource.problem)}<//>
    </div>
  `;
}

/**
 * Return a statement in one line.
 *
 * @param {Statement} statement
 */
export const statementLabel = ({ statementId, reference, description, date, amount, gross }) =>
  [money(gross ?? amount ?? 0), description ?? reference ?? statementId, date && day(date)].filter(Boolean).join(", ");
