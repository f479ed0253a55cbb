// The form of an invoice. It marks optional fields from the start, and shows problems at their fields while people type.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { html } from "../html.js";
import { limitsOf } from "../limits.js";
import { account } from "../session.js";
import { DocumentField } from "./document-field.js";
import { StatementField, TextField } from "./fields.js";
import { isRequired, isUnfinished, problemsOf, takesStatement } from "./rules.js";

const TEXT_FIELDS = {
  amount: { label: "Amount, VAT included", hint: "In pounds, such as 120.50", inputmode: "decimal" },
  vat: { label: "VAT in it", hint: "In pounds, such as 20.08", inputmode: "decimal" },
  invoiceDate: { label: "Date of the invoice", type: "date" },
  invoiceNumber: { label: "Your invoice number", autocapitalize: "characters" },
  description: { label: "What it is for", rows: 4, dir: "auto" },
};

/**
 * `setValue` keeps what the person types. `faults`: what the portal found wrong with fields that are unchanged since; they
 * may be sent again nevertheless. `showsAll`: show all problems at once, because the person asked for the review. `onComplete`
 * is called when the person asks for the review and there is no problem.
 *
 * @param {{
 *   values: InvoiceTexts, setValue: (name: InvoiceField, text: string) => void, document: DraftDocument | null,
 *   setDocument: (document: DraftDocument | null) => void, agency: Agency, jobId: string | null,
 *   faults: Record<string, string>, showsAll: boolean, onComplete: () => void,
 * }} props
 */
export function InvoiceForm({ values, setValue, document, setDocument, agency, jobId, faults, showsAll, onComplete }) {
  const visitedFields = useSignal(/** @type {Partial<Record<InvoiceField, boolean>>} */ ({}));
  const [showsProblems, focusedField] = [useSignal(showsAll), useSignal(/** @type {InvoiceField | null} */ (null))];
  const form = useRef(/** @type {HTMLFormElement | null} */ (null));
  const limits = limitsOf(agency);
  const problems = problemsOf(values, document, agency, jobId);
  /** @param {InvoiceField} name */
  const problemOf = (name) => {
    if (name === "vat" && focusedField.value === "amount") return null; // the amount may be unfinished
    const isShown = showsProblems.value || (visitedFields.value[name] && values[name]) || !isUnfinished(name, values[name] ?? "");
    return (isShown && problems[name]) || faults[name];
  };
  const focusFirstProblem = () => /** @type {HTMLElement | null | undefined} */ (form.current?.querySelector("[aria-invalid]"))?.focus();
  useEffect(() => {
    if (showsAll) focusFirstProblem();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- focus moves once, as the form opens
  }, []);
  /** @param {Event} event */
  const check = (event) => {
    event.preventDefault();
    showsProblems.value = true;
    if (Object.keys(problems).length) setTimeout(focusFirstProblem); // once the problems are marked
    else onComplete();
  };
  /** @param {InvoiceField} name */
  const fieldProps = (name) => ({
    name,
    required: isRequired(name, agency, jobId),
    problem: problemOf(name),
    value: values[name],
    onInput: (/** @type {FieldEvent} */ { target }) => setValue(name, target.value),
    onFocus: () => (focusedField.value = name),
    onBlur: () => {
      focusedField.value = null;
      visitedFields.value = { ...visitedFields.value, [name]: true };
    },
  });
  return html`
    <form ref=${form} class="form" onSubmit=${check} noValidate>
      <p class="hint">${account.value?.agencyName} needs whatever is not marked as optional.</p>
      ${takesStatement(agency) && html`<${StatementField} ...${fieldProps("statementId")} />`}
      ${Object.entries(TEXT_FIELDS).map(
        ([name, props]) => html`<${TextField} key=${name} limits=${limits} ...${props} ...${fieldProps(/** @type {InvoiceField} */ (name))} />`,
      )}
      <${DocumentField}
        required=${isRequired("document", agency, jobId)} problem=${(showsProblems.value && problems.document) || faults.document}
        document=${document} limits=${limits} onChange=${setDocument}
      />
      <button class="btn btn-primary wide">Look it over</button>
    </form>
  `;
}
