// What became of an invoice that was sent a moment ago; one that looks like another is decided about here.
import { html } from "../html.js";
import { goesOut, isFollowed, isUnsent, needsPerson } from "../outbox/index.js";
import { Item } from "../outbox/screen.js";
import { Icon } from "../parts/icon.js";
import { Screen } from "../parts/screen.js";
import { to } from "../router.js";

export const Sent = ({ item, back }) => html`
  <${Screen} key="sent" title="Your invoice" back=${back}>
    <h2>Where it stands</h2>
    <ol class="cards"><${Item} item=${item} /></ol>
    ${isUnsent(item) &&
    !needsPerson(item) &&
    !isFollowed(item) &&
    html`<p class="hint">You can go on. It is kept if you close the portal: ${goesOut()}</p>`}
    <a class="reach" href=${to("/money", { show: "invoices" })}><${Icon} name="invoice" />All your invoices</a>
  <//>
`;
