// The navigation of the four places, at the thumb.
import { html } from "../html.ts";
import { outbox } from "../outbox/instance.ts";
import { isOnlyOnPhone, needsPerson } from "../outbox/states.ts";
import { hrefTo } from "../router.ts";
import { PLACES } from "../routes.ts";
import { parts as words } from "../words.ts";
import { Icon } from "./icon.ts";

export const Navigation = ({ current }: {current: import("../routes.ts").PlaceName | null}) => html`
  <nav class="nav" aria-label=${words.navigation}>
    ${PLACES.map(
      (name) => html`
        <a key=${name} href=${hrefTo(name === "today" ? "/" : `/${name}`)} aria-current=${name === current ? "page" : null}>
          <span><${Icon} name=${name} />${name === "outbox" && html`<${Badge} />`}</span>${words.places[name]}
        </a>
      `,
    )}
  </nav>
`;

/** The number of items that need the person, in red; without any, how many are on this phone, in grey. */
function Badge() {
  const items = outbox.items.value ?? [];
  const [needed, here] = [items.filter(needsPerson).length, items.filter(isOnlyOnPhone).length];
  if (needed) return html`<em class="badge">${needed}<b class="hidden">${words.needYou(needed)}</b></em>`;
  return here > 0 && html`<em class="badge is-quiet">${here}<b class="hidden">${words.onThisPhone(here)}</b></em>`;
}
