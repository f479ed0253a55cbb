// A note beside waiting items in a browser that may delete them.
import { html } from "../html.js";
import { Icon } from "../parts/icon.js";
import { hrefTo } from "../router.js";
import { isKept } from "../store/persistence.js";
import { isSafari } from "../parts/platform.js";
import { outbox as words } from "../words.js";

/** The note, with a link to the steps to the Home Screen. Nothing if the browser keeps the items, or the app does not know. */
export const KeepingNote = () =>
  isKept.value === false &&
  html`
    <p class="banner is-card is-wait prose">
      <${Icon} name="device" />
      <span>${isSafari() ? words.safariDeletes : words.browserDeletes} <a href=${hrefTo("/install")}>${words.keepLonger}</a></span>
    </p>
  `;
