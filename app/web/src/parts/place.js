// The frame of the screens: a place for all agencies, with the navigation, or a page below it, with a bar.
import { html } from "../html.js";
import { Banners } from "./banners.js";
import { PageHeader, PlaceHeader } from "./header.js";
import { Navigation } from "./navigation.js";
import { PullToRefresh } from "./pull.js";

/**
 * `tabs`: links under the header. `sources`: the accounts whose data the place shows, for a line on their age.
 *
 * @param {{name: import("./navigation.js").PlaceName, title: string, meta?: string, hasSearch?: boolean, tabs?: Children, sources?: Aged[], children: Children}} props
 */
export const Place = ({ name, title, meta, hasSearch, tabs, sources = [], children }) => html`
  <${PullToRefresh} />
  <${PlaceHeader} title=${title} meta=${meta} hasSearch=${hasSearch} />
  ${tabs}
  <${Banners} what=${title} sources=${sources} />
  <main id="main" class="page">${children}</main>
  <${Navigation} current=${name} />
`;

/**
 * `account`: the agency that the page belongs to, if any. `action`: a button in the header. `bar`: the actions at the thumb. `sheet`: a
 * dialog over the page.
 *
 * @param {{parent: string, account?: ShownAccount | null, title?: string, meta?: string | null, action?: Children, what?: string, sources?: Aged[], bar?: Children, sheet?: Children, className?: string, children: Children}} props
 */
export const Page = ({ parent, account, title, meta, action, what = "", sources = [], bar, sheet, className = "page", children }) => html`
  <${PageHeader} parent=${parent} account=${account} title=${title} meta=${meta} action=${action} />
  <${Banners} what=${what} sources=${sources} />
  <main id="main" class=${className}>${children}</main>
  ${bar} ${sheet}
`;
