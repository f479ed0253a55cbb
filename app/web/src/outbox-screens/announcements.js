// Announces the results of sent items to screen readers, on every screen.
import { computed, effect } from "@preact/signals";
import { shortName } from "../format.js";
import { outbox } from "../outbox/instance.js";
import { itemTitle, shownState } from "../outbox/shown.js";
import { announce } from "../parts/announcer.js";
import { accountName, accountOfName, person } from "../session.js";

const ANNOUNCED_STATES = ["checking", "review", "done", "refused", "unknown"];

/** Announce changed items. Clear the announcement when another person uses this device. */
export function startAnnouncements() {
  /** @type {Map<string, string>} */
  let previousLabels = new Map();
  effect(() => {
    const items = outbox.items.value ?? [];
    const labels = new Map(items.map((item) => [keyOf(item), labelOf(item)]));
    for (const item of items) {
      const [previous, label] = [previousLabels.get(keyOf(item)), labels.get(keyOf(item))];
      if (previous && previous !== label && ANNOUNCED_STATES.includes(item.state)) announce(`${itemTitle(item)}: ${label}`);
    }
    previousLabels = labels;
  });
  computed(() => person.value?.email).subscribe(() => announce(""));
}

/** @param {OwnedItem} item */
const keyOf = ({ owner, id }) => `${accountName(owner)} ${id}`;

/** @param {OwnedItem} item */
function labelOf(item) {
  const known = person.peek();
  const agencyName = known && accountOfName(known, accountName(item.owner))?.agencyName;
  return shownState(item, shortName(agencyName ?? item.owner.agency)).label;
}
