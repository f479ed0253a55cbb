// Parts of screens that are loaded after the first screen. later.js has them.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { UNREACHED } from "../api.ts";
import { html } from "../html.ts";

const parts = signal(null as Record<string, unknown> | null);
const hasFailed = signal(false);
let load = async () => {};

/**
 * Load the parts once the page has loaded, or else when a part is shown. A page that stays open over an update keeps
 * its own release of them.
 */
export function loadLater(importParts: () => Promise<Record<string, unknown>>) {
  load = async () => {
    try {
      parts.value ??= await importParts();
    } catch {
      hasFailed.value = true;
    }
  };
  addEventListener("load", load);
}

/** Return a component that shows the part of this name. */
export const lazy = (name: string) =>
  function Lazy(props: object) {
    useEffect(() => {
      load();
    }, []);
    if (parts.value) return html`<${parts.value[name]} ...${props} />`;
    return hasFailed.value && html`<p class="problem" role="alert">${UNREACHED}</p>`;
  };
