// How screens show an item of the outbox: its title, its state as an icon, a tone and words, and its way to the agency.
import { clock, money } from "../format.ts";
import { items as itemWords, states as words } from "../words.ts";
import { isAccepted, isHeld, mayHaveArrived } from "./states.ts";

export type Tone = "info" | "ok" | "wait" | "bad";
export type ShownState = {icon: string, tone: Tone, label: string, besides: string | null};

const LATE_MS = 300_000;

/**
 * Return how to show the state of an item. `agency`: the short name of its agency. `hasTime`: say when it arrived, even
 * if that was at once.
 */
export function shownState(item: Item, agency: string, { now = Date.now(), isOffline = false, hasTime = false }: {now?: number, isOffline?: boolean, hasTime?: boolean} = {}): ShownState {
  const { state, sentence, doneAt, addedAt } = item;
  const shown = (icon: string, tone: Tone, label: string, besides: string | null = null) => ({ icon, tone, label, besides });
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

/** Return whether a refused item was not delivered, although nobody refused it. */
export const isExpired = ({ ended }: Pick<Item, "ended">) => ended === "expired" || ended === "abandoned";

/** Return why an item was refused: the reason in short words, or that the agency's system gave none. */
export const refusalOf = ({ ended, sentence, asks }: Pick<Item, "ended" | "sentence" | "asks">, agency: string) => {
  if (asks === "duplicate") return words.duplicate;
  return ended === "rejected" || !sentence ? words.noReason(agency) : words.reason(sentence, agency);
};

/**
 * Return the stages of an item from this phone to the agency. The last is still to come, unless the item has arrived or
 * failed.
 */
export function shownWay(item: Item, agency: string): ShownStage[] {
  const { addedAt, state, way = [] } = item;
  const stages = [
    { icon: "phone", tone: state === "waiting" ? "wait" : "ok", label: words.onThisPhone, time: clock(addedAt), isNext: false },
  ] as ShownStage[];
  for (const [index, { stage, at }] of way.entries()) {
    const isLast = index === way.length - 1;
    const shown = shownState({ ...item, ...STATE_OF[stage] } as Item, agency);
    stages.push({ ...shown, tone: isLast ? shown.tone : "ok", time: isLast && stage === "checking" ? words.since(clock(at)) : clock(at), isNext: false });
  }
  const isSettled = ["done", "refused"].includes(state);
  if (!isSettled) stages.push({ icon: "tick", tone: null, label: words.withAgency, time: words.notKnownYet, isNext: true });
  return stages;
}

const STATE_OF: Record<Stage, Partial<Item>> = {
  sending: { state: "sending" },
  accepted: { state: "checking", promised: true },
  checking: { state: "checking", promised: false },
  review: { state: "review" },
  done: { state: "done" },
  refused: { state: "refused" },
};

function waitingFor(item: Item, now: number, isOffline: boolean) {
  if (isHeld(item, now)) return words.goesIn(Math.ceil((item.heldUntil - now) / 1000));
  if (item.asks === "size" || item.asks === "document") return [mayHaveArrived(item) && words.mayHaveArrived, item.sentence].filter(Boolean).join(". ");
  if (mayHaveArrived(item)) return words.sentAgain;
  return isOffline ? words.goesWithSignal : words.goesNext;
}

/** Return what an item is: "Note", "Done", "Reopened", "Invoice £86.00". */
export function itemTitle(item: ItemContent) {
  if (item.kind === "note") return itemWords.note;
  if (item.kind === "completion") return item.content.completed ? itemWords.done : itemWords.reopened;
  return itemWords.invoice(money(item.content.amount));
}
