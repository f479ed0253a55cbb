// The tabs of Jobs.
import { html } from "../html.ts";
import { hrefTo } from "../router.ts";
import { jobs as words } from "../words.ts";

const TABS = ["open", "to-invoice", "done"] as const;

export type Tab = typeof TABS[number];

/** Return the tab of this name; for any other name, the first. */
export const tabOf = (name: string | null) => TABS.find((tab) => tab === name) ?? "open";

/** Return the address of a tab. `only`: the agency, or null for all. */
export const jobsHref = (tab: Tab, only: string | null) => hrefTo("/jobs", { ...(tab !== "open" && { show: tab }), ...(only && { only }) });

/** `isKnown`: the lists are complete, so their lengths are the numbers of jobs. */
export const Tabs = ({ tab, only, lists, isKnown }: {tab: Tab, only: string | null, lists: Record<Tab, AccountJob[]>, isKnown: boolean}) => html`
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
