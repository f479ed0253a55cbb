// The state of an item in one line: the same icon and words everywhere.
import { html } from "../html.js";
import { outbox } from "../outbox/instance.js";
import { shownState } from "../outbox/shown.js";
import { Icon } from "./icon.js";

/**
 * `account`: of the item.
 *
 * @param {{item: Item, account: ShownAccount, children?: Children}} props
 */
export function ItemState({ item, account, children }) {
  const isOffline = outbox.obstacle.value === "offline";
  const { icon, tone, label, besides } = shownState(item, account.shortName, { isOffline });
  return html`
    <p class=${`state is-${tone}`}>
      <${Icon} name=${icon} small /><span dir="auto">${[label, besides].filter(Boolean).join(" · ")}</span>${children}
    </p>
  `;
}
