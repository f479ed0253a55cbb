// The tabs of Jobs.
import { html } from "../html.js";
import { hrefTo } from "../router.js";
import { jobs as words } from "../words.js";

const TABS = /** @type {const} */ (["open", "to-invoice", "done"]);

/** @typedef {typeof TABS[number]} Tab */

/**
 * Return the tab of this name; for any other name, the first.
 *
 * @param {string | null} name
 */
export const tabOf = (name) => TABS.find((tab) => tab === name) ?? "open";

/**
 * Return the address of a tab.
 *
 * @param {Tab} tab
 * @param {string | null} only the agency, or null for all
 */
export const jobsHref = (tab, only) => hrefTo("/jobs", { ...(tab !== "open" && { show: tab }), ...(only && { only }) });

/**
 * `isKnown`: the lists are complete, so their lengths are the numbers of jobs.
 *
 * @param {{tab: Tab, only: string | null, lists: Record<Tab, AccountJob[]>, isKnown: boolean}} props
 */
export const Tabs = ({ tab, only, lists, isKnown }) => html`
  <nav class="tabs" aria-label=${words.byState}>
    ${TABS.map(
      (name) => html`
        <a key=${name} href=${jobsHref(name, only)} data-replace aria-current=${name === tab ? "page" : null}>
          ${words.tabs[name]}${isKnown && html` <span>${lists[name].length}</span>`}
        </a>
      `,
    )}
  </nav>
`;
