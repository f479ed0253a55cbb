// How screens show an item of the outbox: its title, and its state as an icon, a tone and words.
import { money } from "../format.js";
import { items as itemWords, states as words } from "../words.js";
import { isAccepted, isHeld, mayHaveArrived } from "./states.js";

/** @typedef {"info" | "ok" | "wait" | "bad"} Tone */
/** @typedef {{icon: string, tone: Tone, label: string, besides: string | null}} ShownState */

/**
 * Return how to show the state of an item. `agency`: the short name of its agency.
 *
 * @param {Item} item
 * @param {string} agency
 * @param {{now?: number, isOffline?: boolean}} [circumstances]
 * @returns {ShownState}
 */
export function shownState(item, agency, { now = Date.now(), isOffline = false } = {}) {
  const { state, ended, sentence } = item;
  /** @param {string} icon @param {Tone} tone @param {string} label @param {string | null} [besides] */
  const shown = (icon, tone, label, besides = null) => ({ icon, tone, label, besides });
  switch (state) {
    case "waiting":
      return shown("phone", "wait", words.onThisPhone, waitingFor(item, now, isOffline));
    case "sending":
      return shown("sending", "info", words.sending);
    case "checking":
      return isAccepted(item)
        ? shown("parcel", "info", words.withPortal, words.willBeDelivered)
        : shown("eye", "wait", words.beingChecked, words.mayHaveArrived);
    case "review":
      return item.officeAsked ? shown("asked", "wait", words.asked(agency)) : shown("ring", "wait", words.ring(agency));
    case "unknown":
      return shown("ring", "wait", words.ring(agency), words.mayHaveArrived);
    case "done":
      return shown("tick", "ok", words.withAgency);
    default:
      return ended === "expired" || ended === "abandoned"
        ? shown("hourglass", "bad", words.expired, words.notDelivered)
        : shown("refused", "bad", words.refused, sentence && words.reason(sentence, agency));
  }
}

/**
 * @param {Item} item
 * @param {number} now
 * @param {boolean} isOffline
 */
function waitingFor(item, now, isOffline) {
  if (isHeld(item, now)) return words.goesIn(Math.ceil((item.heldUntil - now) / 1000));
  if (item.asks === "size" || item.asks === "document") return item.sentence;
  if (mayHaveArrived(item)) return words.sentAgain;
  return isOffline ? words.goesWithSignal : words.goesNext;
}

/**
 * Return what an item is: "Note", "Done", "Reopened", "Invoice £86.00".
 *
 * @param {ItemContent} item
 */
export function itemTitle(item) {
  if (item.kind === "note") return itemWords.note;
  if (item.kind === "completion") return item.content.completed ? itemWords.done : itemWords.reopened;
  return itemWords.invoice(money(item.content.amount));
}
