// The form of an invoice: what is required is marked from the start, what is wrong is said at the field as one types.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { html } from "../html.js";
import { account } from "../session.js";
import { DocumentField } from "./document.js";
import { Label, Problem, described } from "./field.js";
import { dates, isRequired, isUnfinished, problems, takesStatement } from "./rules.js";
import { StatementField } from "./statement.js";

const TEXTS = {
  amount: { label: "Amount, VAT included", hint: "In pounds, such as 120.50", inputmode: "decimal" },
  vat: { label: "VAT in it", hint: "In pounds, such as 20.08", inputmode: "decimal" },
  invoiceDate: { label: "Date of the invoice", type: "date" },
  invoiceNumber: { label: "Your invoice number", autocapitalize: "characters" },
  description: { label: "What it is for", rows: 4, dir: "auto" },
};

/**
 * `values` by field; `set(name, text)` keeps what is typed. `document` as the outbox has them, or null. `asked`: the person
 * thought that it was whole, so whatever is missing is said. `onWhole` is called once nothing is wrong.
 */
export function Form({ values, set, document, setDocument, agency, jobId, asked, onWhole }) {
  const [left, tried, typing] = [useSignal({}), useSignal(asked), useSignal(null)];
  const form = useRef(null);
  const wrong = problems(values, document, agency, jobId);
  const said = (name) => {
    if (name === "vat" && typing.value === "amount") return null; // it is not whole yet
    const isSaid = tried.value || (left.value[name] && values[name]) || !isUnfinished(name, values[name] ?? "");
    return isSaid ? wrong[name] : null;
  };
  const showFirst = () => form.current.querySelector("[aria-invalid]")?.focus();
  useEffect(() => {
    if (asked) showFirst();
  }, []);
  const check = (event) => {
    event.preventDefault();
    tried.value = true;
    if (Object.keys(wrong).length) setTimeout(showFirst); // once they are marked
    else onWhole();
  };
  const field = (name) => ({
    name,
    required: isRequired(name, agency, jobId),
    problem: said(name),
    value: values[name],
    onInput: ({ target }) => set(name, target.value),
    onFocus: () => (typing.value = name),
    onBlur: () => {
      typing.value = null;
      left.value = { ...left.value, [name]: true };
    },
  });
  return html`
    <form ref=${form} class="form" onSubmit=${check} noValidate>
      <p class="hint">${account.value.agencyName} needs whatever is not marked as optional.</p>
      ${takesStatement(agency) && html`<${StatementField} ...${field("statementId")} />`}
      ${Object.entries(TEXTS).map(([name, how]) => html`<${TextField} key=${name} ...${how} ...${field(name)} />`)}
      <${DocumentField}
        required=${isRequired("document", agency, jobId)} problem=${tried.value ? wrong.document : null}
        document=${document} onChange=${setDocument}
      />
      <button class="btn btn-primary wide">Look it over</button>
    </form>
  `;
}

function TextField({ name, label, hint, rows, problem, required, value, type = "text", ...rest }) {
  const Tag = rows ? "textarea" : "input";
  const { oldest, latest } = type === "date" ? dates() : {};
  return html`
    <div class="field">
      <${Label} name=${name} required=${required}>${label}<//>
      ${hint && html`<p id=${`${name}-hint`} class="hint">${hint}</p>`}
      <${Tag}
        id=${name} class="form-control" type=${rows ? null : type} rows=${rows} min=${oldest} max=${latest} autocomplete="off"
        value=${value} ...${described({ name, hint, problem, required })} ...${rest}
      />
      <${Problem} name=${name}>${problem}<//>
    </div>
  `;
}
