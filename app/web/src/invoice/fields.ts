// The fields of the invoice form, with their labels, hints and problems. paper.ts has the field of the photo or PDF.
import { useResource } from "../data/resource.ts";
import { day, money } from "../format.ts";
import { html } from "../html.ts";
import { Choices } from "../parts/choices.ts";
import { Icon } from "../parts/icon.ts";
import { common, invoice as words } from "../words.ts";
import { RATES } from "./rules.ts";

/** `attributes`: the handlers of the control. */
type FieldProps = {name: string, label: string, hint?: string | false | null, problem?: string | null, required: boolean, value: string, attributes?: object};

export const Problem = ({ name, children }: {name?: string, children?: Children}) =>
  children && html`<p id=${name && `${name}-problem`} class="problem" role="alert"><${Icon} name="refused" small /><span>${children}</span></p>`;

export const described = ({ name, hint, problem, required }: {name: string, hint?: unknown, problem?: unknown, required?: boolean}) => ({
  required,
  "aria-describedby": [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(" ") || null,
  "aria-invalid": problem ? "true" : null,
});

const Frame = ({ name, label, hint, problem, children }: FieldProps & {children: Children}) => html`
  <div class=${problem ? "field is-wrong" : "field"}>
    <label for=${name}>${label}</label>
    ${children}
    ${hint && html`<p id=${`${name}-hint`} class="hint" dir="auto">${hint}</p>`}
    <${Problem} name=${name}>${problem}<//>
  </div>
`;

export const TextField = ({ type = "text", isNumber = false, ...props }: FieldProps & {type?: string, isNumber?: boolean}) => html`
  <${Frame} ...${props}>
    <input
      id=${props.name} class=${isNumber ? "input num" : "input"} type=${type} autocomplete="off" value=${props.value}
      ...${described(props)} ...${props.attributes}
    />
  <//>
`;

export const MoneyField = (props: FieldProps) => html`
  <${Frame} ...${props}>
    <div class="money">
      <span>£</span>
      <input id=${props.name} inputmode="decimal" autocomplete="off" value=${props.value} ...${described(props)} ...${props.attributes} />
    </div>
  <//>
`;

/** `children`: the field for another VAT. */
export const VatField = ({ rate, problem, onChoose, children }: {rate: string, problem?: string | null, onChoose: (rate: string) => void, children: Children}) => html`
  <fieldset class="field">
    <legend class="hidden">${words.vat}</legend>
    <${Choices}
      name="vat" choices=${[...RATES, "other" as const].map((each) => [each, words.vatRates[each]])} chosen=${rate} onChoose=${onChoose}
      attributes=${rate !== "other" && described({ name: "vat", problem })}
    />
    ${rate === "other" ? children : html`<${Problem} name="vat">${problem}<//>`}
  </fieldset>
`;

export function StatementField(props: FieldProps) {
  const resource = useResource("statements/pending");
  const { name, value, required } = props;
  const statements = resource.body?.statements ?? [];
  const isListed = !value || statements.some(({ statementId }) => statementId === value);
  const problem = props.problem ?? (resource.body ? null : resource.problem);
  return html`
    <${Frame} ...${props} problem=${problem}>
      <select id=${name} class="input" value=${value} ...${described({ ...props, problem })} ...${props.attributes}>
        <option value="">${required ? words.chooseStatement : common.none}</option>
        ${!isListed && html`<option value=${value}>${value}</option>`}
        ${statements.map((each) => html`<option key=${each.statementId} value=${each.statementId}>${statementLabel(each)}</option>`)}
      </select>
    <//>
  `;
}

export const statementLabel = ({ statementId, reference, description, date, amount, gross }: Statement) =>
  [money(gross ?? amount ?? 0), description ?? reference ?? statementId, date && day(date)].filter(Boolean).join(", ");
