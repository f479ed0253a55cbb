// The way of an item from this phone to the agency, from top to bottom. The next stage is grey.
import { html } from "../html.ts";
import { shownWay } from "../outbox/shown.ts";
import { Icon } from "../parts/icon.ts";
import { outbox as words } from "../words.ts";

export const Way = ({ item, agency }: {item: Item, agency: string}) => html`
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
