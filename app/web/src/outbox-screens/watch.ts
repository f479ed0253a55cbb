// What the app tells of the outbox on every screen: the results of sent items to screen readers, and on its icon how many wait.
import { computed, effect } from "@preact/signals";
import { shortName } from "../format.ts";
import { outbox } from "../outbox/instance.ts";
import { itemTitle, shownState } from "../outbox/shown.ts";
import { isOnlyOnPhone } from "../outbox/states.ts";
import { announce } from "../parts/announcer.ts";
import { accountName, accountOfName, person } from "../session.ts";

const ANNOUNCED_STATES = ["checking", "review", "done", "refused", "unknown"];

/** Announce changed items. Clear the announcement when another person uses this device. */
export function startAnnouncements() {
  let previousLabels: Map<string, string> = new Map();
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

const keyOf = ({ owner, id }: OwnedItem) => `${accountName(owner)} ${id}`;

function labelOf(item: OwnedItem) {
  const known = person.peek();
  const agencyName = known && accountOfName(known, accountName(item.owner))?.agencyName;
  return shownState(item, shortName(agencyName ?? item.owner.agency)).label;
}

export function startBadge() {
  effect(() => {
    const number = (outbox.items.value ?? []).filter(isOnlyOnPhone).length;
    navigator.setAppBadge?.(number).catch(() => {}); // 0 removes it
  });
}
