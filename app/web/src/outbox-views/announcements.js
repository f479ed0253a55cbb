// Announces the results of sent items to screen readers, on every screen.
import { computed, effect } from "@preact/signals";
import { outbox } from "../outbox/instance.js";
import { kindLabel, stateLabel } from "../outbox/labels.js";
import { isAccepted } from "../outbox/states.js";
import { announce } from "../parts/announcer.js";
import { account, person } from "../session.js";

const ANNOUNCED_STATES = ["checking", "review", "done", "refused", "unknown"];

/** Announce changed items. Clear the announcement when another person uses this device. */
export function startAnnouncements() {
  /** @type {Map<number, Item>} */
  let previousItems = new Map();
  effect(() => {
    const items = outbox.items.value ?? [];
    for (const item of items) {
      const previous = previousItems.get(item.id);
      if (previous && hasChanged(previous, item) && ANNOUNCED_STATES.includes(item.state)) {
        announce(`${kindLabel(item)}: ${stateLabel(item, account.peek()?.agencyName)}`);
      }
    }
    previousItems = new Map(items.map((item) => [item.id, item]));
  });
  computed(() => person.value?.email).subscribe(() => announce(""));
}

/**
 * @param {Item} previous
 * @param {Item} item
 */
const hasChanged = (previous, item) => previous.state !== item.state || isAccepted(previous) !== isAccepted(item);
