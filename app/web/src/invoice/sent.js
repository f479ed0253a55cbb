// The state of an invoice that was sent a moment ago. Here the person decides about an invoice that resembles another.
import { html } from "../html.js";
import { ItemCard } from "../outbox-views/screen.js";
import { outbox } from "../outbox/instance.js";
import { isTracked, isUnsent, needsAction } from "../outbox/states.js";
import { Icon } from "../parts/icon.js";
import { Screen } from "../parts/screen.js";
import { hrefTo } from "../router.js";

/** @param {{item: Item, back: Link}} props */
export const SentInvoice = ({ item, back }) => html`
  <${Screen} key="sent" title="Your invoice" back=${back}>
    <h2>Where it stands</h2>
    <ol class="cards"><${ItemCard} item=${item} /></ol>
    ${isUnsent(item) &&
    !needsAction(item) &&
    !isTracked(item) &&
    html`<p class="hint">You can go on. It is kept if you close the portal: ${outbox.sendingNotice()}</p>`}
    <a class="reach" href=${hrefTo("/money", { show: "invoices" })}><${Icon} name="invoice" />All your invoices</a>
  <//>
`;
