// Says in words what an item of the outbox is and in which state it is.
import { isAccepted, mayHaveArrived } from "./states.js";

/** @type {Record<string, string>} */
const STATE_LABELS = {
  waiting: "On this phone",
  sending: "Sending",
  checking: "Being checked",
  done: "With the agency",
  refused: "Refused",
};
const MAY_HAVE_ARRIVED = "May have arrived";
const ACCEPTED = "With the portal";
/** @type {Record<string, string>} */
const END_LABELS = { expired: "Not delivered", abandoned: "Not delivered" };

/**
 * Return the state of an item in a few words.
 *
 * @param {Pick<Item, "state"> & Partial<ItemFields>} item
 * @param {string} [agency] its name
 */
export function stateLabel(item, agency = "your agency") {
  const { state, ended } = item;
  if (state === "review") return `Only ${agency} can check whether it arrived`;
  if (isAccepted(item)) return ACCEPTED;
  if (mayHaveArrived(item)) return MAY_HAVE_ARRIVED;
  return (state === "refused" && END_LABELS[ended ?? ""]) || STATE_LABELS[state];
}

/**
 * Return the state of an item, and the reason if it was refused.
 *
 * @param {Item} item
 * @param {string} [agency] its name
 */
export function stateLabelWithReason(item, agency) {
  const { state, ended, sentence } = item;
  if (state !== "refused" || !sentence) return stateLabel(item, agency);
  return `${stateLabel(item, agency)}${END_LABELS[ended ?? ""] ? ":" : ", because:"} ${sentence}`;
}

/**
 * Return the portal's sentence on an item that is not refused. Return null if the state says the same.
 *
 * @param {Item} item
 * @param {string} [agency] its name
 */
export const itemRemark = (item, agency) =>
  item.state === "refused" || item.sentence?.startsWith(stateLabel(item, agency)) ? null : item.sentence;

/**
 * Return what an item is, as the beginning of a sentence.
 *
 * @param {ItemContent} item
 */
export const kindLabel = (item) =>
  item.kind === "completion" ? (item.content.completed ? "Marked complete" : "Reopened") : { note: "Note", invoice: "Invoice" }[item.kind];
