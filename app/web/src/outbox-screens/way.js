// The way of an item from this phone to the agency, from top to bottom. The next stage is grey.
import { html } from "../html.js";
import { shownWay } from "../outbox/shown.js";
import { Icon } from "../parts/icon.js";
import { outbox as words } from "../words.js";

/** @param {{item: Item, agency: string}} props */
export const Way = ({ item, agency }) => html`
  <h2 class="section"><span>${words.whereItIs}</span></h2>
  <ol class="feed">
    ${shownWay(item, agency).map(
      ({ icon, tone, label, time, isNext }, index) => html`
        <li key=${index} class=${isNext ? "is-next" : null}>
          <span class=${tone ? `dot is-${tone}` : "dot"}><${Icon} name=${icon} /></span>
          <div><p class="what"><span>${label}</span><time>${time}</time></p></div>
        </li>
      `,
    )}
  </ol>
`;
