// How screens show an item of the outbox: its title, its state as an icon, a tone and words, and its way to the agency.
import { clock, money } from "../format.js";
import { items as itemWords, states as words } from "../words.js";
import { isAccepted, isHeld, mayHaveArrived } from "./states.js";

/** @typedef {"info" | "ok" | "wait" | "bad"} Tone */
/** @typedef {{icon: string, tone: Tone, label: string, besides: string | null}} ShownState */

const LATE_MS = 300_000;

/**
 * Return how to show the state of an item. `agency`: the short name of its agency. `hasTime`: say when it arrived, even if that
 * was at once.
 *
 * @param {Item} item
 * @param {string} agency
 * @param {{now?: number, isOffline?: boolean, hasTime?: boolean}} [circumstances]
 * @returns {ShownState}
 */
export function shownState(item, agency, { now = Date.now(), isOffline = false, hasTime = false } = {}) {
  const { state, sentence, doneAt, addedAt } = item;
  /** @param {string} icon @param {Tone} tone @param {string} label @param {string | null} [besides] */
  const shown = (icon, tone, label, besides = null) => ({ icon, tone, label, besides });
  switch (state) {
    case "waiting":
      return shown("phone", "wait", words.onThisPhone, waitingFor(item, now, isOffline));
    case "sending":
      return shown("sending", "info", words.sending);
    case "checking":
      return isAccepted(item)
        ? shown("parcel", "info", words.withPortal, words.refusedOnce(sentence ?? "", agency) ?? words.willBeDelivered)
        : shown("eye", "wait", words.beingChecked, words.mayHaveArrived);
    case "review":
      return item.officeAsked ? shown("asked", "wait", words.asked(agency)) : shown("ring", "wait", words.ring(agency));
    case "unknown":
      return shown("ring", "wait", words.ring(agency), words.mayHaveArrived);
    case "done":
      return shown("tick", "ok", words.withAgency, doneAt && (hasTime || doneAt - addedAt > LATE_MS) ? clock(doneAt) : null);
    default:
      return isExpired(item)
        ? shown("hourglass", "bad", words.expired, words.notDelivered)
        : shown("refused", "bad", words.refused, refusalOf(item, agency));
  }
}

/**
 * Return whether a refused item was not delivered, although nobody refused it.
 *
 * @param {Pick<Item, "ended">} item
 */
export const isExpired = ({ ended }) => ended === "expired" || ended === "abandoned";

/**
 * Return why an item was refused: the reason in short words, or that the agency's system gave none.
 *
 * @param {Pick<Item, "ended" | "sentence" | "asks">} item
 * @param {string} agency
 */
export const refusalOf = ({ ended, sentence, asks }, agency) => {
  if (asks === "duplicate") return words.duplicate;
  return ended === "rejected" || !sentence ? words.noReason(agency) : words.reason(sentence, agency);
};

/**
 * Return the stages of an item from this phone to the agency. The last is still to come, unless the item has arrived or failed.
 *
 * @param {Item} item
 * @param {string} agency
 * @returns {ShownStage[]}
 */
export function shownWay(item, agency) {
  const { addedAt, state, way = [] } = item;
  const stages = /** @type {ShownStage[]} */ ([
    { icon: "phone", tone: state === "waiting" ? "wait" : "ok", label: words.onThisPhone, time: clock(addedAt), isNext: false },
  ]);
  for (const [index, { stage, at }] of way.entries()) {
    const isLast = index === way.length - 1;
    const shown = shownState(/** @type {Item} */ ({ ...item, ...STATE_OF[stage] }), agency);
    stages.push({ ...shown, tone: isLast ? shown.tone : "ok", time: isLast && stage === "checking" ? words.since(clock(at)) : clock(at), isNext: false });
  }
  const isSettled = ["done", "refused"].includes(state);
  if (!isSettled) stages.push({ icon: "tick", tone: null, label: words.withAgency, time: words.notKnownYet, isNext: true });
  return stages;
}

/** @type {Record<Stage, Partial<Item>>} */
const STATE_OF = {
  sending: { state: "sending" },
  accepted: { state: "checking", promised: true },
  checking: { state: "checking", promised: false },
  review: { state: "review" },
  done: { state: "done" },
  refused: { state: "refused" },
};

/**
 * @param {Item} item
 * @param {number} now
 * @param {boolean} isOffline
 */
function waitingFor(item, now, isOffline) {
  if (isHeld(item, now)) return words.goesIn(Math.ceil((item.heldUntil - now) / 1000));
  if (item.asks === "size" || item.asks === "document") return [mayHaveArrived(item) && words.mayHaveArrived, item.sentence].filter(Boolean).join(". ");
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
