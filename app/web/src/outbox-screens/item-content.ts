// What the person has written: a note, a completion or an invoice.
import { html } from "../html.ts";
import { capitalised, day, money, when } from "../format.ts";
import { itemTitle } from "../outbox/shown.ts";
import { outbox as words } from "../words.ts";

export function ItemContent({ item }: {item: Item}) {
  const { addedAt, about, document } = item;
  if (item.kind === "note") {
    return html`<section class="card pad"><p class="second">${words.youWrote(when(addedAt))}</p><p class="lines" dir="auto">${item.content.note}</p></section>`;
  }
  if (item.kind === "completion") {
    const details = [capitalised(when(addedAt)), about].filter(Boolean).join(", ");
    return html`<section class="card pad"><p class="head">${itemTitle(item)}</p><p class="second" dir="auto">${details}</p></section>`;
  }
  const { content } = item;
  const facts = [
    [words.number, content.invoiceNumber],
    [words.date, day(content.invoiceDate)],
    [words.for, content.description],
    [words.pdf, document?.name],
  ].filter(([, value]) => value);
  return html`
    <section class="card pad prose">
      <p class="amount">${money(content.amount)}</p>
      <dl class="facts">${facts.map(([name, value]) => html`<div key=${name}><dt>${name}</dt><dd dir="auto">${value}</dd></div>`)}</dl>
    </section>
  `;
}
