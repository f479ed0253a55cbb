// The number on the icon of the installed app: the items that wait on this phone.
import { effect } from "@preact/signals";
import { outbox } from "../outbox/instance.ts";
import { isOnlyOnPhone } from "../outbox/states.ts";

/** Keep the number up to date, in browsers that show one. */
export function startBadge() {
  effect(() => {
    const number = (outbox.items.value ?? []).filter(isOnlyOnPhone).length;
    navigator.setAppBadge?.(number).catch(() => {}); // 0 removes it
  });
}
