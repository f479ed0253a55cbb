// The fields of the invoice form, with their labels, hints and problems. paper.js has the field of the photo or PDF.
import { useResource } from "../data/resource.js";
import { day, money } from "../format.js";
import { html } from "../html.js";
import { Icon } from "../parts/icon.js";
import { invoice as words } from "../words.js";
import { RATES } from "./prefill.js";

/**
 * `attributes`: the handlers of the control.
 *
 * @typedef {{name: string, label: string, hint?: string | false | null, problem?: string | null, required: boolean, value: string, attributes?: object}} FieldProps
 */

/** @param {{name: string, children?: Children}} props */
export const Problem = ({ name, children }) =>
  children && html`<p id=${`${name}-problem`} class="problem" role="alert"><${Icon} name="refused" small /><span>${children}</span></p>`;

/**
 * Return the attributes that connect a control with its hint and its problem.
 *
 * @param {{name: string, hint?: unknown, problem?: unknown, required?: boolean}} field
 */
export const described = ({ name, hint, problem, required }) => ({
  required,
  "aria-describedby": [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(" ") || null,
  "aria-invalid": problem ? "true" : null,
});

/** @param {FieldProps & {children: Children}} props */
const Frame = ({ name, label, hint, problem, children }) => html`
  <div class=${problem ? "field is-wrong" : "field"}>
    <label for=${name}>${label}</label>
    ${children}
    ${hint && html`<p id=${`${name}-hint`} class="hint" dir="auto">${hint}</p>`}
    <${Problem} name=${name}>${problem}<//>
  </div>
`;

/** A field of one line. @param {FieldProps & {type?: string, isNumber?: boolean}} props */
export const TextField = ({ type = "text", isNumber = false, ...props }) => html`
  <${Frame} ...${props}>
    <input
      id=${props.name} class=${isNumber ? "input num" : "input"} type=${type} autocomplete="off" value=${props.value}
      ...${described(props)} ...${props.attributes}
    />
  <//>
`;

/** A field for pounds. @param {FieldProps} props */
export const MoneyField = (props) => html`
  <${Frame} ...${props}>
    <div class="money">
      <span>£</span>
      <input id=${props.name} inputmode="decimal" autocomplete="off" value=${props.value} ...${described(props)} ...${props.attributes} />
    </div>
  <//>
`;

/**
 * The rate of VAT. `children`: the field for another VAT.
 *
 * @param {{rate: string, problem?: string | null, onChoose: (rate: string) => void, children: Children}} props
 */
export const VatField = ({ rate, problem, onChoose, children }) => html`
  <fieldset class="field">
    <legend class="hidden">${words.vat}</legend>
    <div class="chips">
      ${[...RATES, /** @type {const} */ ("other")].map(
        (each) => html`
          <label key=${each} class="choice">
            <input
              type="radio" name="vat" checked=${rate === each} onChange=${() => onChoose(each)}
              ...${rate !== "other" && described({ name: "vat", problem })}
            />
            <span class="chip"><${Icon} name="tick" small />${words.vatRates[each]}</span>
          </label>
        `,
      )}
    </div>
    ${rate === "other" ? children : html`<${Problem} name="vat">${problem}<//>`}
  </fieldset>
`;

/** The pending statement that the invoice is for. @param {FieldProps} props */
export function StatementField(props) {
  const resource = useResource("statements/pending");
  const { name, value, required } = props;
  const statements = resource.body?.statements ?? [];
  const isListed = !value || statements.some(({ statementId }) => statementId === value);
  const problem = props.problem ?? (resource.body ? null : resource.problem);
  return html`
    <${Frame} ...${props} problem=${problem}>
      <select id=${name} class="input" value=${value} ...${described({ ...props, problem })} ...${props.attributes}>
        <option value="">${required ? words.chooseStatement : words.noStatement}</option>
        ${!isListed && html`<option value=${value}>${value}</option>`}
        ${statements.map(
          (statement) => html`<option key=${statement.statementId} value=${statement.statementId}>${statementLabel(statement)}</option>`,
        )}
      </select>
    <//>
  `;
}

/**
 * Return a statement in one line.
 *
 * @param {Statement} statement
 */
export const statementLabel = ({ statementId, reference, description, date, amount, gross }) =>
  [money(gross ?? amount ?? 0), description ?? reference ?? statementId, date && day(date)].filter(Boolean).join(", ");
