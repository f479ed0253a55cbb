// The place Money: what the person waits for, and what was paid, of all agencies.
import { usePayments } from "../data/use-payments.js";
import { html } from "../html.js";
import { Place } from "../parts/place.js";
import { openSheet } from "../parts/sheet.js";
import { hrefTo, route } from "../router.js";
import { money as words } from "../words.js";
import { ExportSheet } from "./export.js";
import { paidOf, waitingOf } from "./figures.js";
import { Paid } from "./paid.js";
import { Waiting } from "./waiting.js";

export function MoneyScreen() {
  const money = usePayments();
  const { sources } = money;
  return html`
    <${Place} name="money" title=${words.title} tabs=${html`<${MoneyTabs} ...${money} />`} sources=${sources}><${MoneyList} ...${money} /><//>
  `;
}

const isPaidTab = () => route.value.query.get("show") === "paid";

/**
 * The links to both lists.
 *
 * @param {{payments: Payment[]}} props
 */
export function MoneyTabs({ payments }) {
  const isPaid = isPaidTab();
  const [waiting, paid] = [waitingOf(payments).length, paidOf(payments).length];
  return html`
    <nav class="tabs" aria-label=${words.tabs}>
      <a href=${hrefTo("/money")} aria-current=${isPaid ? null : "page"}>${words.waiting} <span>${waiting}</span></a>
      <a href=${hrefTo("/money", { show: "paid" })} aria-current=${isPaid ? "page" : null}>${words.paid} <span>${paid}</span></a>
    </nav>
  `;
}

/**
 * The list that the address names, without a frame: beside it, a wide window shows a payment. The arguments are those of
 * `usePayments`.
 *
 * @param {ReturnType<typeof usePayments>} props
 */
export function MoneyList({ payments, sources, isReading }) {
  const isEmpty = !payments.length;
  if (isEmpty && isReading) return html`<p class="hint" role="status">${words.reading}</p>`;
  if (isEmpty && !sources.length) return html`<p class="hint">${words.notOffered}</p>`;
  if (isEmpty && sources.every(({ resource }) => !resource.body)) return html`<p class="hint">${words.unread}</p>`;
  const missing = sources.filter(({ resource: { body, busy } }) => !body && !busy);
  const paid = paidOf(payments);
  return html`
    ${isPaidTab() ? html`<${Paid} payments=${paid} missing=${missing} />` : html`<${Waiting} payments=${payments} missing=${missing} />`}
    ${openSheet() === "csv" && html`<${ExportSheet} payments=${paid} missing=${missing} />`}
  `;
}
