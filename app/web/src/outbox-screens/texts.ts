// What an item says, as text: for its row, and to copy or save it.
import { day, money, timeOfDay } from "../format.ts";
import { itemTitle } from "../outbox/shown.ts";

const ROW_CHARACTERS = 30;

/** Return the second line of an item's row: the beginning of a note, or the job with the number of its invoice. */
export function rowText(item: Item) {
  if (item.kind === "note") return `“${shortened(item.content.note)}”`;
  const detail = item.kind === "invoice" ? item.content.invoiceNumber : timeOfDay(item.addedAt);
  return [item.about, detail].filter(Boolean).join(", ");
}

/** Return the whole text of an item. */
export function textOf(item: Item) {
  if (item.kind === "note") return item.content.note;
  if (item.kind === "completion") return `${itemTitle(item)}: ${item.about}`;
  const { amount, invoiceNumber, invoiceDate, description } = item.content;
  return [money(amount), invoiceNumber, day(invoiceDate), description].filter(Boolean).join("\n");
}

function shortened(text: string) {
  const line = text.replace(/\s+/g, " ");
  return line.length > ROW_CHARACTERS ? `${line.slice(0, ROW_CHARACTERS).replace(/[\s.,;:]+\S*$/, "")}…` : line;
}
