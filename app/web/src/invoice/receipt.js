// The receipt of an invoice: what the portal has received, when by its clock, and under which number.
import { exactTime, money } from "../format.js";
import { html } from "../html.js";
import { Icon } from "../parts/icon.js";
import { download } from "../parts/download.js";
import { ItemState } from "../parts/state.js";
import { hrefTo } from "../router.js";
import { sentInvoice as words } from "../words.js";

const NUMBER_CHARACTERS = 8;

/** @typedef {{receivedAt: string | null, number: string | null, href: string | null}} ReceiptFacts */

/**
 * Return what a receipt says of an item, as far as the portal has told it. `href`: the address of the invoice in Money.
 *
 * @param {import("./flow.js").InvoiceItem} item
 * @param {ShownAccount} account
 * @param {Invoice | null} listed the invoice in the portal's list
 * @returns {ReceiptFacts}
 */
export function receiptOf({ receivedAt, result, submissionId }, account, listed) {
  const submission = submissionId ?? listed?.submissionId ?? null;
  const id = listed?.invoiceId ?? (listed && submission);
  return {
    receivedAt: receivedAt ?? listed?.submittedAt ?? result?.submittedAt ?? null,
    number: submission?.slice(0, NUMBER_CHARACTERS) ?? null,
    href: id ? hrefTo(`/money/invoices/${id}`, {}, account.name) : null,
  };
}

/** @param {{item: import("./flow.js").InvoiceItem, account: ShownAccount, receipt: ReceiptFacts}} props */
export function Receipt({ item, account, receipt: { receivedAt, number, href } }) {
  const { amount, invoiceNumber, description } = item.content;
  const what = [invoiceNumber, description].filter(Boolean).join(", ");
  const facts = [
    [words.recipient, account.agencyName],
    [words.received, receivedAt && exactTime(receivedAt)],
    [words.receipt, number],
  ].filter(([, text]) => text);
  const save = () => {
    const lines = [words.receipt, money(amount), what, ...facts.map(([label, text]) => `${label}: ${text}`)];
    download(words.receiptName(account.shortName, number ?? invoiceNumber ?? ""), `${lines.join("\r\n")}\r\n`, "text/plain");
  };
  return html`
    <section class="slip" aria-label=${words.receipt}>
      <p class="second">${words.receipt}</p>
      <p class="amount">${money(amount)}</p>
      <p class="second" dir="auto">${what}</p>
      <hr class="cut" />
      <dl class="facts">${facts.map(([label, text]) => html`<div key=${label}><dt>${label}</dt><dd dir="auto">${text}</dd></div>`)}</dl>
      <${ItemState} item=${item} account=${account} />
    </section>
    <p class="pair prose">
      <button class="btn" type="button" onClick=${save}><${Icon} name="download" />${words.saveReceipt}</button>
      ${href && html`<a class="btn" href=${href}><${Icon} name="money" />${words.seeInMoney}</a>`}
    </p>
  `;
}
