// The receipt of an item that the agency has got, as a text file.
import { day, timeOfDay } from "../format.ts";
import { itemTitle, shownWay } from "../outbox/shown.ts";
import { download } from "../parts/download.ts";
import { outbox as words } from "../words.ts";
import { textOf } from "./texts.ts";

const NUMBER_LENGTH = 8;

/** Return the number of the receipt: the beginning of the portal's id; null if this phone does not know the id. */
export function receiptNumber({ submissionId, result }: Item) {
  const id = (submissionId ?? result?.submissionId) as string | undefined;
  return id ? id.slice(0, NUMBER_LENGTH).toUpperCase() : null;
}

/** Have the browser save the receipt. */
export function saveReceipt(item: Item, account: ShownAccount) {
  const number = receiptNumber(item);
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
