// The state of an item in one line: the same icon and words everywhere.
import { useEffect, useState } from "preact/hooks";
import { html } from "../html.ts";
import { outbox } from "../outbox/instance.ts";
import { shownState } from "../outbox/shown.ts";
import { Icon } from "./icon.ts";

/** `account`: of the item. `hasTime`: say when it arrived, even if that was at once. */
export function ItemState({ item, account, hasTime, children }: {item: Item, account: ShownAccount, hasTime?: boolean, children?: Children}) {
  const isOffline = outbox.obstacle.value === "offline";
  useSecondsUntil(item.state === "waiting" ? item.heldUntil : 0);
  const { icon, tone, label, besides } = shownState(item, account.shortName, { isOffline, hasTime });
  return html`
    <p class=${`state is-${tone}`}>
      <${Icon} name=${icon} small /><span dir="auto">${[label, besides].filter(Boolean).join(" · ")}</span>${children}
    </p>
  `;
}

/** Render again each second until `time`, and then once. */
function useSecondsUntil(time: number) {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    if (now >= time) return undefined;
    const timer = setTimeout(() => setNow(Date.now()), 1_000);
    return () => clearTimeout(timer);
  }, [now, time]);
}
