// The receipt of an item that the agency has got, as a text file.
import { day, receiptNumber, timeOfDay } from "../format.ts";
import { itemTitle, shownWay } from "../outbox/shown.ts";
import { download } from "../parts/download.ts";
import { outbox as words } from "../words.ts";
import { textOf } from "./texts.ts";

/** Return the number of the receipt of an item; null if this phone does not know the portal's id. */
export function numberOf({ submissionId, result }: Item) {
  const id: string | undefined = submissionId ?? result?.submissionId;
  return id ? receiptNumber(id) : null;
}

/** Have the browser save the receipt. */
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
