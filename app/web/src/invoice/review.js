// The review of an invoice before it is sent.
import { useSignal } from "@preact/signals";
import { day, money, size } from "../format.js";
import { html } from "../html.js";
import { outbox } from "../outbox/instance.js";
import { Icon } from "../parts/icon.js";
import { Screen } from "../parts/screen.js";
import { account } from "../session.js";
import { pounds } from "./rules.js";

/**
 * `editAddress`: the address of the form. `problem`: why the invoice could not be kept, or null.
 *
 * @param {{
 *   about: string, address?: string, values: InvoiceTexts, document: DraftDocument | null, problem: string | null,
 *   onSend: () => Promise<void>, editAddress: string, back: Link,
 * }} props
 */
export function Review({ about, address, values, document, problem, onSend, editAddress, back }) {
  const busy = useSignal(false);
  const send = async () => {
    busy.value = true;
    await onSend();
    busy.value = false;
  };
  const facts = [
    ["For", [about, address].filter(Boolean).join("\n")],
    ["Amount, VAT included", money(pounds(values.amount))],
    ["VAT in it", values.vat.trim() && money(pounds(values.vat))],
    ["Date of the invoice", day(values.invoiceDate)],
    ["Your invoice number", values.invoiceNumber.trim()],
    ["What it is for", values.description.trim()],
    ["PDF", document ? `${document.name}, ${size(document.size)}` : "None"],
  ];
  return html`
    <${Screen} key="review" title="Look it over" back=${back}>
      <div class="card">
        <dl class="facts">
          ${facts
            .filter(([, text]) => text)
            .map(([label, text]) => html`<div key=${label}><dt>${label}</dt><dd dir="auto">${text}</dd></div>`)}
        </dl>
      </div>
      ${outbox.obstacle.value === "offline" &&
      html`<p class="notice">There is no connection just now: it will wait on this phone. ${outbox.sendingNotice()}</p>`}
      <p class="problem" role="alert">${problem}</p>
      <div class="doing">
        <button type="button" class="btn btn-primary" disabled=${busy.value} onClick=${send}>
          <${Icon} name="send" />Send to ${account.value?.agencyName}
        </button>
        <a class="btn btn-secondary" href=${editAddress}>Change something</a>
      </div>
    <//>
  `;
}
