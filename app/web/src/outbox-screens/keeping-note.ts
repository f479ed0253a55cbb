// A note beside waiting items in a browser that may delete them.
import { html } from "../html.ts";
import { Icon } from "../parts/icon.ts";
import { hrefTo } from "../router.ts";
import { isKept } from "../store/persistence.ts";
import { isSafari } from "../parts/platform.ts";
import { outbox as words } from "../words.ts";

/**
 * The note, with a link to the steps to the Home Screen. Nothing if the browser keeps the items, or the app does not
 * know.
 */
export const KeepingNote = () =>
  isKept.value === false &&
  html`
    <p class="banner is-card is-wait prose">
      <${Icon} name="device" />
      <span>${isSafari() ? words.safariDeletes : words.browserDeletes} <a href=${hrefTo("/install")}>${words.keepLonger}</a></span>
    </p>
  `;
