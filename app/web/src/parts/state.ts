// The state of an item in one line: the same icon and words everywhere.
import { html } from "../html.ts";
import { outbox } from "../outbox/instance.ts";
import { type ShownState, shownState } from "../outbox/shown.ts";
import { Icon } from "./icon.ts";
import { useTick } from "./tick.ts";

/** `account`: of the item. `hasTime`: say when it arrived, even if that was at once. */
export function ItemState({ item, account, hasTime }: {item: Item, account: ShownAccount, hasTime?: boolean}) {
  const isOffline = outbox.obstacle.value === "offline";
  useTick(item.state === "waiting" ? item.heldUntil : 0);
  return html`<${StateLine} ...${shownState(item, account.shortName, { isOffline, hasTime })} />`;
}

export const StateLine = ({ icon, tone, label, besides }: Omit<ShownState, "besides"> & {besides?: string | null}) => html`
  <p class=${`state is-${tone}`}>
    <${Icon} name=${icon} small /><span dir="auto">${[label, besides].filter(Boolean).join(" · ")}</span>
  </p>
`;
