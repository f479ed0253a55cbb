// The frame of the screens: a place for all agencies, with the navigation, or a page below it, with a bar. On wide screens, the
// page stands beside the place: see split.js.
import { useContext } from "preact/hooks";
import { html } from "../html.ts";
import { parts as words } from "../words.ts";
import { accentOf } from "./accent.ts";
import { lazy } from "./lazy.ts";
import { Banners } from "./banners.ts";
import { Heading, PageHeader, PlaceHeader, WideHeader } from "./header.ts";
import { Navigation } from "./navigation.ts";
import { PullToRefresh } from "./pull.ts";
import { Beside, IsBeside, isWide } from "./split.ts";
import { UpdateBanner } from "./update.ts";

const Art = lazy("Art"); // a picture may come after its words

/** `tabs`: links under the header. `sources`: the accounts whose data the place shows, for a line on their age. */
export type PlaceProps = {name: import("../routes.ts").PlaceName, title: string, meta?: string, hasSearch?: boolean, tabs?: Children, sources?: Aged[], className?: string, sheet?: Children, children: Children};

export const Place = (props: PlaceProps) => (isWide.value ? html`<${WidePlace} ...${props} />` : html`<${NarrowPlace} ...${props} />`);

const NarrowPlace = ({ name, title, meta, hasSearch, tabs, sources = [], className = "page", sheet, children }: PlaceProps) => html`
  <${PullToRefresh} />
  <${PlaceHeader} title=${title} meta=${meta} hasSearch=${hasSearch} />
  ${tabs}
  <${Banners} what=${title} sources=${sources} />
  <main id="main" class=${className}>${children}</main>
  <${UpdateBanner} />
  <${Navigation} current=${name} />
  ${sheet}
`;

function WidePlace({ name, title, meta, tabs, sources = [], sheet, children }: PlaceProps) {
  const beside = useContext(Beside);
  return html`
    <${PullToRefresh} />
    <${WideHeader} />
    <${Navigation} current=${name} />
    <main id="main" class="split">
      <section class="list" aria-label=${title}>
        <${Heading} title=${title} isHidden=${Boolean(tabs)} isOpening=${!beside} />
        ${tabs ?? html`<p class="meta">${meta}</p>`}
        <div class=${tabs ? null : "prose"}><${Banners} what=${title} sources=${sources} /></div>
        ${children}
      </section>
      <${IsBeside.Provider} value=${true}>${beside ?? html`<${NothingBeside} />`}<//>
    </main>
    <${UpdateBanner} />
    ${sheet}
  `;
}

const NothingBeside = () => html`
  <section class="detail" aria-label=${words.details}>
    <div class="empty"><${Art} name="van" /><p class="second">${words.chooseFromList}</p></div>
  </section>
`;

/**
 * `account`: the agency that the page belongs to, if any. `action`: a button in the header. `bar`: the actions at the
 * thumb. `sheet`: a dialog over the page.
 */
export type PageProps = {parent: string, account?: ShownAccount | null, title?: string, meta?: string | null, action?: Children, what?: string, sources?: Aged[], bar?: Children, sheet?: Children, className?: string, children: Children};

export function Page({ parent, account, title, meta, action, what = "", sources = [], bar, sheet, className = "page", children }: PageProps) {
  const header = html`<${PageHeader} parent=${parent} account=${account} title=${title} meta=${meta} action=${action} />`;
  const banners = html`<${Banners} what=${what} sources=${sources} />`;
  if (useContext(IsBeside)) {
    const accent = account?.agency?.accent;
    return html`
      <section key=${accent} class="detail" ref=${accentOf(accent)} data-accent=${accent && ""} aria-label=${title ?? account?.agencyName}>
        ${header} ${banners}
        <div class=${className.replace("page", "in")}>${children}</div>
        ${bar} ${sheet}
      </section>
    `;
  }
  return html`
    ${header} ${banners}
    <main id="main" class=${className}>${children}</main>
    ${bar} ${sheet}
  `;
}
