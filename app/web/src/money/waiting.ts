// What the person waits for: the sum in three parts, what they can do, rejected invoices, and the rest by days waiting.
import { useMemo } from "preact/hooks";
import { openRejections } from "../data/payments.ts";
import { useToInvoice } from "../data/to-invoice.ts";
import { money } from "../format.ts";
import { html } from "../html.ts";
import { ToInvoiceRow } from "../jobs/open.ts";
import { outbox } from "../outbox/instance.ts";
import { NeededItem } from "../outbox-screens/item-row.ts";
import { needsAction } from "../outbox/states.ts";
import { LongList } from "../parts/long-list.ts";
import { accountName } from "../session.ts";
import { money as words, states } from "../words.ts";
import { sum, waitingOf, waitingParts } from "./figures.ts";
import { paymentRow } from "./row.ts";
import { agenciesOf } from "./shown.ts";

/** `missing`: the accounts whose payments cannot be read. */
export function Waiting({ payments, missing }: {payments: Payment[], missing: ShownAccount[]}) {
  const [waiting, rejected] = useMemo(() => [waitingOf(payments), openRejections(payments)], [payments]);
  const sectionOf = (title: string, items: Payment[]) => ({ name: title, title, meta: items.length, items, row: paymentRow });
  return html`
    ${waiting.length || missing.length
      ? html`<${Total} waiting=${waiting} missing=${missing} />`
      : html`<section class="empty"><h2>${words.nothingWaits}</h2><p class="second">${words.nothingWaitsHint}</p></section>`}
    <${ToDo} />
    <${LongList} name="waiting" sections=${[sectionOf(words.rejected, rejected), sectionOf(words.waiting, waiting)]} />
  `;
}

function Total({ waiting, missing }: {waiting: Payment[], missing: ShownAccount[]}) {
  const { authorised, agency, received, total } = waitingParts(waiting);
  const amountOf = (left: Payment[]) => sum(left.map(({ amount }) => amount));
  const doubles = amountOf(waiting.filter(({ double, stage }) => double && stage !== "phone"));
  const onPhone = amountOf(waiting.filter(({ stage }) => stage === "phone"));
  return html`
    <section class="card pad" aria-label=${words.waitingFor}>
      <p class="second">${words.waitingFor}</p>
      <p class="amount">${money(total)}</p>
      <${Shares} parts=${[["f-ok", authorised], ["f-tint", agency], ["f-rest", received]]} />
      <p class="legend">
        <span class="is-ok">${states.authorised} <b>${money(authorised)}</b></span>
        <span class="is-info">${words.agencyPart} <b>${money(agency)}</b></span>
        <span>${words.receivedPart} <b>${money(received)}</b></span>
      </p>
      ${doubles > 0 && html`<p class="hint">${words.mayBeDouble(money(doubles))}</p>`}
      ${onPhone > 0 && html`<p class="hint">${words.onPhone(money(onPhone))}</p>`}
      ${missing.length > 0 && html`<p class="hint">${words.without(agenciesOf(missing))}</p>`}
    </section>
  `;
}

function Shares({ parts }: {parts: [className: string, amount: number][]}) {
  const shown = parts.filter(([, amount]) => amount > 0);
  const whole = sum(shown.map(([, amount]) => amount));
  const width = 100 - (shown.length - 1); // a gap of 1 between two parts
  let x = 0;
  return html`
    <svg class="parts" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      ${shown.map(([className, amount]) => {
        const part = html`<rect key=${className} class=${className} x=${x} width=${(amount / whole) * width} height="10" />`;
        x += (amount / whole) * width + 1;
        return part;
      })}
    </svg>
  `;
}

function ToDo() {
  const { jobs } = useToInvoice();
  const failed = (outbox.items.value ?? []).filter((item) => item.kind === "invoice" && needsAction(item));
  if (!jobs.length && !failed.length) return null;
  return html`
    <ul class="card prose">
      ${jobs.length > 0 && html`<${ToInvoiceRow} jobs=${jobs} level="h2" />`}
      ${failed.map((item) => html`<${NeededItem} key=${`${accountName(item.owner)} ${item.id}`} item=${item} level="h2" />`)}
    </ul>
  `;
}
