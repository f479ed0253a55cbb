// The accessibility statement.
import { html } from "../html.ts";
import { LinkRow } from "../parts/link-row.ts";
import { Page } from "../parts/place.ts";
import { accessibility as words, common } from "../words.ts";

export const AccessibilityScreen = () => html`
  <${Page} parent="/account" title=${common.accessibility}>
    <p>${words.forEverybody}</p>
    <h2 class="section"><span>${words.aims}</span></h2>
    <section class="card pad stack"><p>${words.aimsMore}</p></section>
    <h2 class="section"><span>${words.gaps}</span></h2>
    <section class="card pad stack"><p>${words.gapsMore}</p></section>
    <h2 class="section"><span>${words.tellUs}</span></h2>
    <ul class="card">
      <${LinkRow} icon="contacts" href="/account" title=${words.ring} text=${words.ringMore} />
    </ul>
  <//>
`;
