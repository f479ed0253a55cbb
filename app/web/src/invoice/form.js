// The form of an invoice: the amount first, then its paper. It shows problems at their fields while people type.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { money } from "../format.js";
import { html } from "../html.js";
import { limitsOf } from "../limits.js";
import { serverNow, serverToday } from "../session.js";
import { invoice as words } from "../words.js";
import { MoneyField, StatementField, TextField, VatField } from "./fields.js";
import { PaperField } from "./paper.js";
import { dateLimits, isRequired, isUnfinished, pounds, problemsOf, takesStatement, vatText } from "./rules.js";

export const FORM_ID = "invoice-form";

/**
 * What the form begins with, and what it says about the numbers and rates that the person used before.
 *
 * @typedef {{lastNumber: string, lastRate: string, isUsed: boolean}} Habits
 */

/**
 * `setValue` keeps what the person types. `faults`: what the portal found wrong with fields that are unchanged since; they
 * may be sent again nevertheless. `showsAll`: show all problems at once, because the person asked for the review. `onComplete`
 * is called when the person asks for the review and there is no problem.
 *
 * @param {{
 *   values: InvoiceTexts, setValue: (name: InvoiceField | "vatRate", text: string) => void, document: DraftDocument | null,
 *   setDocument: (document: DraftDocument | null) => void, account: ShownAccount, jobId: string | null, habits: Habits,
 *   faults: Record<string, string>, showsAll: boolean, onComplete: () => void,
 * }} props
 */
export function InvoiceForm({ values, setValue, document, setDocument, account, jobId, habits, faults, showsAll, onComplete }) {
  const visitedFields = useSignal(/** @type {Partial<Record<InvoiceField, boolean>>} */ ({}));
  const [showsProblems, focusedField] = [useSignal(showsAll), useSignal(/** @type {InvoiceField | null} */ (null))];
  const form = useRef(/** @type {HTMLFormElement | null} */ (null));
  const { agency, shortName } = account;
  const limits = limitsOf(agency);
  const problems = problemsOf(values, document, agency, jobId, serverNow());
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
  /** @param {InvoiceField} name @param {object} [attributes] */
  const fieldProps = (name, attributes) => ({
    name,
    value: values[name] ?? "",
    problem: problemOf(name),
    required: isRequired(name, agency, jobId),
    attributes: {
      ...attributes,
      onInput: (/** @type {FieldEvent} */ { target }) => setValue(name, target.value),
      onFocus: () => (focusedField.value = name),
      onBlur: () => {
        focusedField.value = null;
        visitedFields.value = { ...visitedFields.value, [name]: true };
      },
    },
  });
  const { oldest, latest } = dateLimits(serverNow(), limits);
  const { invoiceNumber, invoiceDate, vatRate } = values;
  const numberHint =
    habits.lastNumber && (habits.isUsed ? words.usedNumber(invoiceNumber, habits.lastNumber) : words.lastNumber(habits.lastNumber));
  return html`
    <form ref=${form} id=${FORM_ID} onSubmit=${check} noValidate>
      <section class="card pad">
        <${MoneyField} label=${words.total} ...${fieldProps("amount")} />
        <${VatField} rate=${vatRate} problem=${problemOf("vat")} onChoose=${(/** @type {string} */ rate) => setValue("vatRate", rate)}>
          <${TextField} label=${words.vatAmount} isNumber ...${fieldProps("vat", { inputmode: "decimal" })} />
        <//>
        <p class="meta">${vatLine(values, problems, habits)}</p>
      </section>
      <${PaperField}
        agency=${shortName} required=${isRequired("document", agency, jobId)} limits=${limits} document=${document}
        problem=${(showsProblems.value && problems.document) || faults.document} onChange=${setDocument}
      />
      <div class="pair field">
        <${TextField} label=${words.number} isNumber hint=${numberHint} ...${fieldProps("invoiceNumber", { autocapitalize: "characters" })} />
        <${TextField}
          label=${words.date} isNumber type="date" hint=${invoiceDate === serverToday() && words.today}
          ...${fieldProps("invoiceDate", { min: oldest, max: latest })}
        />
      </div>
      ${agency && takesStatement(agency) && html`<${StatementField} label=${words.statement} ...${fieldProps("statementId")} />`}
      <${TextField} label=${words.purpose} ...${fieldProps("description", { dir: "auto" })} />
    </form>
  `;
}

/**
 * Return what the form says about the VAT.
 *
 * @param {InvoiceTexts} values
 * @param {InvoiceProblems} problems
 * @param {Habits} habits
 */
function vatLine(values, problems, { lastRate }) {
  const { vatRate, amount } = values;
  if (vatRate !== "20" && vatRate !== "5") return vatRate === "0" && lastRate === "0" ? words.vatAsLastTime(words.vatRates[0]) : "";
  if (amount && problems.amount) return words.vatWorkedOut;
  if (amount) return words.vatIncluded(money(pounds(vatText(values))));
  return vatRate === lastRate ? words.vatAsLastTime(words.vatRates[vatRate]) : words.vatWorkedOut;
}
