// What became of an invoice that was sent a moment ago; one that looks like another is decided about here.
import { html } from "../html.js";
import { isFollowed, isUnsent } from "../outbox/index.js";
import { Item } from "../outbox/screen.js";
import { Icon } from "../parts/icon.js";
import { Screen } from "../parts/screen.js";
import { to } from "../router.js";

export const Sent = ({ item, back }) => html`
  <${Screen} key="sent" title="Your invoice" back=${back}>
    <h2>Where it stands</h2>
    <ol class="cards"><${Item} item=${item} /></ol>
    ${isUnsent(item) &&
    item.state !== "refused" &&
    !isFollowed(item) &&
    html`<p class="hint">You can go on, or close the portal: it is kept, and sent by itself.</p>`}
    <a class="reach" href=${to("/money", { show: "invoices" })}><${Icon} name="invoice" />All your invoices</a>
  <//>
`;
