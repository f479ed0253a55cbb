// What a person can do with an item, by its state: the names of the actions, see actions.ts.
import { isExpired } from "../outbox/shown.ts";
import { canEdit, canTakeBack, isTracked } from "../outbox/states.ts";

/** `bar`: at the thumb. `pair`: below the item. `primary`: the one of the bar that people need most often. */
export type Action = "job" | "edit" | "delete" | "takeBack" | "copy" | "call" | "sendAgain" | "compare" | "receipt";
export type Actions = {bar: Action[], pair: Action[], primary?: Action};

/** Return the actions for an item. `isFormer`: its account is no longer the person's, so nothing can be sent. */
export function actionsOf(item: Item, { isFormer = false }: {isFormer?: boolean} = {}): Actions {
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

function ofWaiting(item: Item): Actions {
  if (canTakeBack(item)) return { bar: ["job", "takeBack"], pair: [] };
  if (item.kind !== "completion" && canEdit(item)) return { bar: ["job", "edit"], pair: ["delete"], primary: "edit" };
  return { bar: ["job"], pair: ["delete"] };
}
