// The receipt of an invoice: what the portal has received, when by its clock, and under which number.
import { exactTime, money } from "../format.ts";
import { html } from "../html.ts";
import { numberOf, saveReceipt } from "../outbox-screens/receipt.ts";
import { Icon } from "../parts/icon.ts";
import { ItemState } from "../parts/state.ts";
import { hrefTo } from "../router.ts";
import { sentInvoice as words } from "../words.ts";

/**
 * Return when the portal received the invoice of an item, by the portal's clock, or null while the portal has not said
 * so. `listed`: the invoice in the portal's list.
 */
export const receivedAt = ({ receivedAt: accepted, result }: import("./flow.ts").InvoiceItem, listed: Invoice | null): string | null => accepted ?? listed?.submittedAt ?? result?.submittedAt ?? null;

/** `listed`: the invoice in the portal's list, if it is there. */
export function Receipt({ item, account, listed }: {item: import("./flow.ts").InvoiceItem, account: ShownAccount, listed: Invoice | null}) {
  const { amount, invoiceNumber, description } = item.content;
  const submissionId = item.submissionId ?? listed?.submissionId ?? null;
  const number = numberOf({ ...item, submissionId });
  const id = listed?.invoiceId ?? listed?.submissionId;
  return html`
    <section class="slip" aria-label=${words.receipt}>
      <p class="second">${words.receipt}</p>
      <p class="amount">${money(amount)}</p>
      <p class="second" dir="auto">${[invoiceNumber, description].filter(Boolean).join(", ")}</p>
      <hr class="cut" />
      <dl class="facts">
        <div><dt>${words.recipient}</dt><dd dir="auto">${account.agencyName}</dd></div>
        <div><dt>${words.received}</dt><dd>${exactTime(receivedAt(item, listed) ?? item.addedAt)}</dd></div>
        ${number && html`<div><dt>${words.receipt}</dt><dd>${number}</dd></div>`}
      </dl>
      <${ItemState} item=${item} account=${account} hasTime />
    </section>
    <p class="pair prose">
      <button class="btn" type="button" onClick=${() => saveReceipt({ ...item, submissionId }, account)}>
        <${Icon} name="download" />${words.saveReceipt}
      </button>
      ${id && html`<a class="btn" href=${hrefTo(`/money/invoices/${id}`, {}, account.name)}><${Icon} name="money" />${words.seeInMoney}</a>`}
    </p>
  `;
}
