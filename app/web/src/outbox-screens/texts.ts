// What an item says, as text: for its row, to copy it, and its receipt.
import { day, money, receiptNumber, timeOfDay } from "../format.ts";
import { itemTitle, shownWay } from "../outbox/shown.ts";
import { download } from "../parts/download.ts";
import { outbox as words } from "../words.ts";

const ROW_CHARACTERS = 30;

/** Return the second line of an item's row: the beginning of a note, or the job with the number of its invoice. */
export function rowText(item: Item) {
  if (item.kind === "note") return `“${shortened(item.content.note)}”`;
  const detail = item.kind === "invoice" ? item.content.invoiceNumber : timeOfDay(item.addedAt);
  return [item.about, detail].filter(Boolean).join(", ");
}

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

/** Return the number of the receipt of an item; null if this phone does not know the portal's id. */
export function numberOf({ submissionId, result }: Item) {
  const id: string | undefined = submissionId ?? result?.submissionId;
  return id ? receiptNumber(id) : null;
}

export function saveReceipt(item: Item, account: ShownAccount) {
  const number = numberOf(item);
  const times = [{ label: words.written, at: item.addedAt }, ...stagesOf(item, account)];
  const lines = [
    words.receipt(number),
    `${itemTitle(item)}, ${account.agencyName}`,
    item.about,
    textOf(item),
    ...times.map(({ label, at }) => `${label}: ${day(at)}, ${timeOfDay(at)}`),
  ];
  download(`${words.receipt(number)}.txt`, lines.filter(Boolean).join("\r\n"), "text/plain");
}

const stagesOf = (item: Item, account: ShownAccount) =>
  (item.way ?? []).map(({ at }, index) => ({ label: shownWay(item, account.shortName)[index + 1].label, at }));
