// The review of an invoice before it is sent: everything that it contains, typed or filled in.
import { useSignal } from "@preact/signals";
import { day, money, size } from "../format.ts";
import { html } from "../html.ts";
import { Icon } from "../parts/icon.ts";
import { Page } from "../parts/place.ts";
import { goBack } from "../router.ts";
import { invoice as words } from "../words.ts";
import { photoOf } from "./picture.ts";
import { pounds, vatText } from "./rules.ts";

/**
 * `subject`: the title of what the invoice is for. `reference`: of the job. `remark`: on other invoices for the same.
 * `editAddress`: the address of the form. `problem`: why the invoice could not be kept, or null.
 */
export function Review({ account, subject, reference, statement, values, document, remark, problem, onSend, editAddress }: {
  account: ShownAccount, subject: string, reference?: string | null, statement?: string | null, values: InvoiceTexts,
  document: DraftDocument | null, remark: Children, problem: string | null, onSend: () => Promise<void>, editAddress: string,
}) {
  const busy = useSignal(false);
  const send = async () => {
    busy.value = true;
    await onSend();
    busy.value = false;
  };
  const edit = (event: Event) => {
    event.preventDefault();
    goBack(editAddress); // the form is the entry before: a further one would be empty once the invoice is sent
  };
  const facts = [
    [words.number, values.invoiceNumber.trim()],
    [words.date, day(values.invoiceDate)],
    [words.purpose, values.description.trim()],
    [words.job, reference],
    [words.statement, statement],
    [words.paper, document ? documentLabel(document) : words.none],
  ];
  const bar = html`
    <footer class="bar" aria-label="Actions">
      <a class="btn" href=${editAddress} onClick=${edit}><${Icon} name="edit" />${words.edit}</a>
      <button type="button" class="btn is-primary" disabled=${busy.value} onClick=${send}><${Icon} name="outbox" />${words.send}</button>
    </footer>
  `;
  return html`
    <${Page} key="review" parent=${editAddress} account=${account} title=${words.review} meta=${subject} bar=${bar}>
      <section class="card pad">
        <p class="second" dir="auto">${words.to(account.agencyName)}</p>
        <p class="amount">${money(pounds(values.amount))}</p>
        <p class="second">${vatFact(values)}</p>
      </section>
      <section class="card pad prose">
        <dl class="facts">
          ${facts.filter(([, text]) => text).map(([label, text]) => html`<div key=${label}><dt>${label}</dt><dd dir="auto">${text}</dd></div>`)}
        </dl>
      </section>
      ${remark}
      ${problem && html`<p class="problem" role="alert"><${Icon} name="refused" small /><span>${problem}</span></p>`}
    <//>
  `;
}

const documentLabel = (document: DraftDocument) => (photoOf(document) ? words.photoDocument : words.document(document.name, size(document.size)));

function vatFact(values: InvoiceTexts) {
  const text = vatText(values).trim();
  if (!text) return words.vatNotStated;
  if (pounds(text) === 0) return words.noVat;
  const rate = values.vatRate === "20" || values.vatRate === "5" ? `, ${words.vatRates[values.vatRate]}` : "";
  return words.vatIncluded(money(pounds(text))) + rate;
}
