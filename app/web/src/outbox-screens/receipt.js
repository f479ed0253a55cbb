// The receipt of an item that the agency has got, as a text file.
import { day, timeOfDay } from "../format.js";
import { itemTitle, shownWay } from "../outbox/shown.js";
import { download } from "../parts/download.js";
import { outbox as words } from "../words.js";
import { textOf } from "./texts.js";

const NUMBER_LENGTH = 8;

/**
 * Return the number of the receipt: the beginning of the portal's id; null if this phone does not know the id.
 *
 * @param {Item} item
 */
export function receiptNumber({ submissionId, result }) {
  const id = /** @type {string | undefined} */ (submissionId ?? result?.submissionId);
  return id ? id.slice(0, NUMBER_LENGTH).toUpperCase() : null;
}

/**
 * Have the browser save the receipt.
 *
 * @param {Item} item
 * @param {ShownAccount} account
 */
export function saveReceipt(item, account) {
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

/** @param {Item} item @param {ShownAccount} account */
const stagesOf = (item, account) =>
  (item.way ?? []).map(({ at }, index) => ({ label: shownWay(item, account.shortName)[index + 1].label, at }));
