// Says aloud what became of things that were sent, on whatever screen one is by then.
import { computed, effect } from "@preact/signals";
import { announce } from "../parts/announce.js";
import { account, person } from "../session.js";
import { items } from "./index.js";
import { isPromised, nameOfKind, words } from "./states.js";

const TOLD = ["checking", "review", "done", "refused", "unknown"];

/** Have changes announced to screen readers, and the last words taken back when somebody else is at this device. */
export function install() {
  let before = new Map();
  effect(() => {
    const now = items.value ?? [];
    for (const item of now) {
      const known = before.get(item.id);
      if (known && hasMoved(known, item) && TOLD.includes(item.state)) {
        announce(`${nameOfKind(item)}: ${words(item, account.peek()?.agencyName)}`);
      }
    }
    before = new Map(now.map((item) => [item.id, item]));
  });
  computed(() => person.value?.email).subscribe(() => announce(""));
}

const hasMoved = (before, now) => before.state !== now.state || isPromised(before) !== isPromised(now);
