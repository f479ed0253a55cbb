// What a person can do with an item, by its state: the names of the actions, see actions.js.
import { isExpired } from "../outbox/shown.js";
import { canEdit, canTakeBack, isTracked } from "../outbox/states.js";

/**
 * `bar`: at the thumb, in this order. `pair`: below the item. `primary`: the one of the bar that people need most often.
 *
 * @typedef {"job" | "edit" | "delete" | "takeBack" | "tryNow" | "copy" | "call" | "sendAgain" | "compare" | "receipt"} Action
 * @typedef {{bar: Action[], pair: Action[], primary?: Action}} Actions
 */

/**
 * Return the actions for an item. `isFormer`: its account is no longer the person's, so nothing can be sent.
 *
 * @param {Item} item
 * @param {{isFormer?: boolean}} [circumstances]
 * @returns {Actions}
 */
export function actionsOf(item, { isFormer = false } = {}) {
  const { state, kind } = item;
  if (isFormer) return { bar: ["copy"], pair: state === "sending" ? [] : ["delete"] };
  if (state === "waiting") return ofWaiting(item);
  if (state === "review") return { bar: ["copy", "call"], pair: [], primary: "call" };
  if (state === "unknown") return { bar: ["copy", "call"], pair: ["sendAgain", "delete"], primary: "call" };
  if (state === "done") return { bar: ["job", "receipt"], pair: [] };
  if (isTracked(item) || state === "sending") return { bar: ["job"], pair: [] };
  if (item.asks === "duplicate") return { bar: ["compare"], pair: ["call", "delete"], primary: "compare" };
  if (isExpired(item)) return { bar: ["call", "sendAgain"], pair: ["delete"], primary: "sendAgain" };
  if (kind === "completion") return { bar: ["job", "call"], pair: ["sendAgain", "delete"], primary: "call" };
  if (item.ended === "rejected") return { bar: ["copy", "call"], pair: ["edit", "delete"], primary: "call" };
  return { bar: ["edit"], pair: ["call", "delete"], primary: "edit" };
}

/**
 * @param {Item} item
 * @returns {Actions}
 */
function ofWaiting(item) {
  if (canTakeBack(item)) return { bar: ["job", "takeBack"], pair: [] };
  const again = /** @type {Action[]} */ (item.tries ? ["tryNow"] : []);
  if (item.kind !== "completion" && canEdit(item)) return { bar: ["job", "edit"], pair: [...again, "delete"], primary: "edit" };
  return { bar: ["job"], pair: [...again, "delete"] };
}
