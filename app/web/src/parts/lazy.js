// Parts of screens that are loaded after the first screen. later.js has them.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { UNREACHED } from "../api.js";
import { html } from "../html.js";

const parts = signal(/** @type {Record<string, unknown> | null} */ (null));
const hasFailed = signal(false);
let load = async () => {};

/**
 * Load the parts once the page has loaded, or else when a part is shown. A page that stays open over an update keeps its own
 * release of them.
 *
 * @param {() => Promise<Record<string, unknown>>} importParts
 */
export function loadLater(importParts) {
  load = async () => {
    try {
      parts.value ??= await importParts();
    } catch {
      hasFailed.value = true;
    }
  };
  addEventListener("load", load);
}

/**
 * Return a component that shows the part of this name.
 *
 * @param {string} name
 */
export const lazy = (name) =>
  function Lazy(/** @type {object} */ props) {
    useEffect(() => {
      load();
    }, []);
    if (parts.value) return html`<${parts.value[name]} ...${props} />`;
    return hasFailed.value && html`<p class="problem" role="alert">${UNREACHED}</p>`;
  };
