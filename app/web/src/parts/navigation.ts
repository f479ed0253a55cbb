// The navigation of the four places, at the thumb.
import { html } from "../html.ts";
import { outbox } from "../outbox/instance.ts";
import { isOnlyOnPhone, needsPerson } from "../outbox/states.ts";
import { hrefTo } from "../router.ts";
import { PLACES } from "../routes.ts";
import { parts as words } from "../words.ts";
import { Icon } from "./icon.ts";

export function Navigation({ current }: {current: import("../routes.ts").PlaceName | null}) {
  const badge = useBadge();
  return html`
    <nav class="nav" aria-label=${words.navigation}>
      ${PLACES.map((name) => {
        const [number, className, meaning] = name === "outbox" ? badge : [0];
        return html`
          <a key=${name} href=${hrefTo(name === "today" ? "/" : `/${name}`)} aria-current=${name === current ? "page" : null}>
            <span><${Icon} name=${name} />${number > 0 && html`<em class=${className} aria-hidden="true">${number}</em>`}</span>
            ${words.places[name]}${number > 0 && html`<b class="hidden">${meaning}</b>`}
          </a>
        `;
      })}
    </nav>
  `;
}

/**
 * Return a number, its class and its meaning: the items that need the person, in red; without any, those that are on this
 * phone, in grey.
 */
function useBadge(): [number: number, className: string, meaning: string] {
  const items = outbox.items.value ?? [];
  const [needed, here] = [items.filter(needsPerson).length, items.filter(isOnlyOnPhone).length];
  return needed ? [needed, "badge", words.needYou(needed)] : [here, "badge is-quiet", words.onThisPhone(here)];
}
