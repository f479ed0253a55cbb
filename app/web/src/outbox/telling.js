// Says aloud what became of things that were sent, on whatever screen one is by then.
import { effect } from "@preact/signals";
import { announce } from "../parts/announce.js";
import { account } from "../session.js";
import { items } from "./index.js";
import { nameOfKind, words } from "./states.js";

const TOLD = ["checking", "review", "done", "refused", "unknown"];

/** Have changes announced to screen readers. */
export function install() {
  let before = new Map();
  effect(() => {
    const now = items.value ?? [];
    for (const item of now) {
      const known = before.get(item.id);
      if (known && known !== item.state && TOLD.includes(item.state)) {
        announce(`${nameOfKind(item)}: ${words(item, account.peek()?.agencyName)}`);
      }
    }
    before = new Map(now.map(({ id, state }) => [id, state]));
  });
}
