// The form of an invoice: the amount first, then its paper. It shows problems at their fields while people type.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { money } from "../format.ts";
import { html } from "../html.ts";
import { limitsOf } from "../limits.ts";
import { serverNow, serverToday } from "../session.ts";
import { common, invoice as words } from "../words.ts";
import { MoneyField, StatementField, TextField, VatField } from "./fields.ts";
import { PaperField } from "./paper.ts";
import { dateLimits, isRequired, isUnfinished, pounds, problemsOf, takesStatement, vatText } from "./rules.ts";

export const FORM_ID = "invoice-form";

/** What the form begins with, and what it says about the numbers and rates that the person used before. */
type Habits = {lastNumber: string, lastRate: string, isUsed: boolean};

/**
 * `faults`: what the portal found wrong with fields that are unchanged since; they may be sent again nevertheless.
 * `showsAll`: show all problems at once, because the person asked for the review.
 */
export function InvoiceForm({ values, setValue, document, setDocument, account, jobId, habits, faults, showsAll, onComplete }: {
  values: InvoiceTexts, setValue: (name: InvoiceField | "vatRate", text: string) => void, document: DraftDocument | null,
  setDocument: (document: DraftDocument | null) => void, account: ShownAccount, jobId: string | null, habits: Habits,
  faults: Record<string, string>, showsAll: boolean, onComplete: () => void,
}) {
  const visitedFields = useSignal({} as Partial<Record<InvoiceField, boolean>>);
  const showsProblems = useSignal(showsAll);
  // The text of the field that the person is in: a list that arrives meanwhile changes no text under their fingers.
  const focused = useSignal(null as {name: InvoiceField, text: string} | null);
  const form = useRef(null as HTMLFormElement | null);
  const { agency, shortName } = account;
  const limits = limitsOf(agency);
  const problems = problemsOf(values, document, agency, jobId, serverNow());
  const problemOf = (name: InvoiceField) => {
    if (name === "vat" && focused.value?.name === "amount") return null; // the amount may be unfinished
    const isShown = showsProblems.value || (visitedFields.value[name] && values[name]) || !isUnfinished(name, values[name] ?? "");
    return (isShown && problems[name]) || faults[name];
  };
  const focusFirstProblem = () => (form.current?.querySelector("[aria-invalid]") as HTMLElement | null | undefined)?.focus();
  useEffect(() => {
    if (showsAll) focusFirstProblem();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- focus moves once, as the form opens
  }, []);
  const check = (event: Event) => {
    event.preventDefault();
    showsProblems.value = true;
    if (Object.keys(problems).length) setTimeout(focusFirstProblem); // once the problems are marked
    else onComplete();
  };
  const fieldProps = (name: InvoiceField, attributes?: object) => ({
    name,
    value: (focused.value?.name === name ? focused.value.text : values[name]) ?? "",
    problem: problemOf(name),
    required: isRequired(name, agency, jobId),
    attributes: {
      ...attributes,
      onInput: ({ target }: FieldEvent) => {
        focused.value = { name, text: target.value };
        setValue(name, target.value);
      },
      onFocus: () => (focused.value = { name, text: values[name] ?? "" }),
      onBlur: () => {
        focused.value = null;
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
        <${VatField} rate=${vatRate} problem=${problemOf("vat")} onChoose=${(rate: string) => setValue("vatRate", rate)}>
          <${TextField} label=${words.vatAmount} isNumber ...${fieldProps("vat", { inputmode: "decimal" })} />
        <//>
        <p class="meta">${vatLine(values, problems, habits)}</p>
      </section>
      <${PaperField}
        agency=${shortName} required=${isRequired("document", agency, jobId)} limits=${limits} document=${document}
        problem=${(showsProblems.value && problems.document) || faults.document} onChange=${setDocument}
      />
      <div class="pair field">
        <${TextField} label=${common.number} isNumber hint=${numberHint} ...${fieldProps("invoiceNumber", { autocapitalize: "characters" })} />
        <${TextField}
          label=${common.date} isNumber type="date" hint=${invoiceDate === serverToday() && common.today}
          ...${fieldProps("invoiceDate", { min: oldest, max: latest })}
        />
      </div>
      ${agency && takesStatement(agency) && html`<${StatementField} label=${words.statement} ...${fieldProps("statementId")} />`}
      <${TextField} label=${common.purpose} ...${fieldProps("description", { dir: "auto" })} />
    </form>
  `;
}

function vatLine(values: InvoiceTexts, problems: InvoiceProblems, { lastRate }: Habits) {
  const { vatRate, amount } = values;
  if (vatRate !== "20" && vatRate !== "5") return vatRate === "0" && lastRate === "0" ? words.vatAsLastTime(words.vatRates[0]) : "";
  if (amount && problems.amount) return words.vatWorkedOut;
  if (amount) return words.vatIncluded(money(pounds(vatText(values))));
  return vatRate === lastRate ? words.vatAsLastTime(words.vatRates[vatRate]) : words.vatWorkedOut;
}
