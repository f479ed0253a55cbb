// One look over an invoice before it is sent.
import { useSignal } from "@preact/signals";
import { html } from "../html.js";
import { goesOut, hold } from "../outbox/index.js";
import { Icon } from "../parts/icon.js";
import { Screen } from "../parts/screen.js";
import { account } from "../session.js";
import { day, money, size } from "../words.js";
import { pounds } from "./rules.js";

/** `change`: the address of the form. `failed`: why it could not be kept, or null. */
export function Look({ about, address, values, document, failed, onSend, change, back }) {
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
    <${Screen} key="look" title="Look it over" back=${back}>
      <div class="card">
        <dl class="facts">
          ${facts
            .filter(([, said]) => said)
            .map(([word, said]) => html`<div key=${word}><dt>${word}</dt><dd dir="auto">${said}</dd></div>`)}
        </dl>
      </div>
      ${hold.value === "offline" &&
      html`<p class="notice">There is no connection just now: it will wait on this phone. ${goesOut()}</p>`}
      <p class="problem" role="alert">${failed}</p>
      <div class="doing">
        <button type="button" class="btn btn-primary" disabled=${busy.value} onClick=${send}>
          <${Icon} name="send" />Send to ${account.value.agencyName}
        </button>
        <a class="btn btn-secondary" href=${change}>Change something</a>
      </div>
    <//>
  `;
}
