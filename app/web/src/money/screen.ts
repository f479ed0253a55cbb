// The place Money: what the person waits for, and what was paid, of all agencies.
import { useMemo } from "preact/hooks";
import { usePayments } from "../data/use-payments.ts";
import { html } from "../html.ts";
import { Place } from "../parts/place.ts";
import { openSheet } from "../parts/sheet.ts";
import { placeQuery } from "../parts/split.ts";
import { hrefTo } from "../router.ts";
import { common, money as words, states } from "../words.ts";
import { ExportSheet } from "./export.ts";
import { paidOf, waitingOf } from "./figures.ts";
import { Paid } from "./paid.ts";
import { Waiting } from "./waiting.ts";

export function MoneyScreen() {
  const { payments, sources, isReading } = usePayments();
  const missing = sources.filter(({ resource: { body, busy } }) => !body && !busy);
  const paid = useMemo(() => paidOf(payments), [payments]);
  const hasAny = payments.length > 0 || (sources.length > missing.length && !isReading);
  return html`
    <${Place}
      name="money" title=${words.title} sources=${sources} tabs=${html`<${MoneyTabs} payments=${payments} paid=${paid} />`}
      sheet=${openSheet() === "csv" && html`<${ExportSheet} payments=${paid} missing=${missing} />`}
    >
      ${!hasAny && html`<p class="hint" role="status">${isReading ? common.reading : sources.length ? words.unread : words.notOffered}</p>`}
      ${hasAny && (isPaidTab() ? html`<${Paid} payments=${paid} missing=${missing} />` : html`<${Waiting} payments=${payments} missing=${missing} />`)}
    <//>
  `;
}

const isPaidTab = () => placeQuery().get("show") === "paid";

function MoneyTabs({ payments, paid }: {payments: Payment[], paid: Payment[]}) {
  const isPaid = isPaidTab();
  return html`
    <nav class="tabs" aria-label=${words.tabs}>
      <a href="/money" aria-current=${isPaid ? null : "page"}>${words.waiting} <span>${waitingOf(payments).length}</span></a>
      <a href=${hrefTo("/money", { show: "paid" })} aria-current=${isPaid ? "page" : null}>${states.paid} <span>${paid.length}</span></a>
    </nav>
  `;
}
