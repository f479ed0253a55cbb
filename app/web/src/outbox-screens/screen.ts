// The outbox: the items that need the person, those on their way, and those that have arrived lately.
import { html } from "../html.ts";
import { outbox } from "../outbox/instance.ts";
import { isOnlyOnPhone, isUnsent, needsPerson } from "../outbox/states.ts";
import { Empty } from "../parts/empty.ts";
import { Icon } from "../parts/icon.ts";
import { Place } from "../parts/place.ts";
import { isSafari } from "../parts/platform.ts";
import { isKept } from "../store/persistence.ts";
import { common, outbox as words, parts } from "../words.ts";
import { ItemList } from "./item-row.ts";

export function OutboxScreen() {
  const items = outbox.items.value;
  const all = items ?? [];
  const needed = all.filter(needsPerson);
  const underway = all.filter((item) => isUnsent(item) && !needsPerson(item));
  const arrived = all.filter((item) => !isUnsent(item)).reverse();
  const isEmpty = !needed.length && !underway.length;
  return html`
    <${Place} name="outbox" title=${parts.places.outbox}>
      ${items && (isEmpty ? html`<${Empty} art="tray" title=${words.allArrived} text=${words.allArrivedMore} />` : html`<${Assurance} items=${items} />`)}
      ${!items && !outbox.storageProblem.value && html`<p class="hint" role="status">${parts.loading}</p>`}
      <${Group} title=${common.needsYou} meta=${needed.length} items=${needed} />
      <${Group} title=${common.onItsWay} meta=${underway.length} items=${underway} />
      <${Group} title=${words.arrived} meta=${words.lastDays} items=${arrived} />
    <//>
  `;
}

function Assurance({ items }: {items: OwnedItem[]}) {
  const obstacle = outbox.obstacle.value;
  const hasWaiting = items.some(isOnlyOnPhone);
  return html`
    ${obstacle && obstacle !== "offline" && html`<p class="banner is-card is-wait prose" role="status"><${Icon} name="clock" /><span>${words.obstacles[obstacle]}</span></p>`}
    <p class="banner is-card">
      <${Icon} name="kept" />
      <span><b>${common.nothingLost}</b> ${words.staysHere} ${hasWaiting && !outbox.sendsInBackground() && words.keepOpen}</span>
    </p>
    ${hasWaiting && html`<${KeepingNote} />`}
  `;
}

const Group = ({ title, meta, items }: {title: string, meta: string | number, items: OwnedItem[]}) =>
  items.length > 0 && html`<h2 class="section"><span>${title}</span><span class="meta">${meta}</span></h2><${ItemList} items=${items} />`;

/** Nothing if the browser keeps the items, or the app does not know. */
export const KeepingNote = () =>
  isKept.value === false &&
  html`
    <p class="banner is-card is-wait prose">
      <${Icon} name="device" />
      <span>${isSafari() ? words.safariDeletes : words.browserDeletes} <a href="/install">${words.keepLonger}</a></span>
    </p>
  `;
