// The two kinds of header: quiet for all agencies, coloured inside what is one agency's.
import { useLayoutEffect } from "preact/hooks";
import { useAccounts } from "../data/accounts.js";
import { initials } from "../format.js";
import { html } from "../html.js";
import { goBack, hrefTo, route } from "../router.js";
import { screenAt } from "../routes.js";
import { owners } from "../session.js";
import { parts as words } from "../words.js";
import { setThemeColour, useAccent } from "./accent.js";
import { Icon } from "./icon.js";
import { Logo } from "./logo.js";
import { useOpening } from "./opening.js";

export const SkipLink = () => html`<a class="skip" href="#main" onClick=${skipToContent}>${words.skip}</a>`;

/**
 * The header of a place for all agencies. A person with one agency sees its colour and logo. `meta`: a line below the title.
 *
 * @param {{title: string, meta?: string, hasSearch?: boolean}} props
 */
export function PlaceHeader({ title, meta, hasSearch = false }) {
  const heading = useOpening(title);
  const accounts = useAccounts();
  const only = accounts.length === 1 ? accounts[0] : null;
  useAccent(only?.agency?.accent);
  useLayoutEffect(() => setThemeColour(only?.agency?.accent), [only?.agency?.accent]);
  const line = meta ?? only?.agencyName;
  return html`
    <${SkipLink} />
    <header class=${only ? "top is-brand" : "top"}>
      ${only && html`<${Logo} account=${only} />`}
      <div><h1 ref=${heading} tabindex="-1">${title}</h1>${line && html`<span class="meta" dir="auto">${line}</span>`}</div>
      ${hasSearch && html`<a class="icon-btn" href=${hrefTo("/search")} aria-label=${words.search}><${Icon} name="search" /></a>`}
      <${AccountLink} accounts=${accounts} />
    </header>
  `;
}

/** @param {{accounts: ShownAccount[]}} props */
function AccountLink({ accounts }) {
  const letters = initials(accounts[0]?.displayName ?? "");
  return html`
    <a class="icon-btn" href=${hrefTo("/account")} aria-label=${words.account(letters)}>
      <span class="avatar" aria-hidden="true">${letters}</span>
    </a>
  `;
}

/**
 * The header of a page below a place. With `account`, it wears the agency. `parent`: where Back leads if the person came from
 * elsewhere. `title`: the heading, unless the page has one of its own; then the header has the agency's name, which leads to its
 * contacts. `action`: a button at its end.
 *
 * @param {{parent: string, account?: ShownAccount | null, title?: string, meta?: string | null, action?: Children}} props
 */
export function PageHeader({ parent, account = null, title, meta, action }) {
  useAccent(account?.agency?.accent);
  useLayoutEffect(() => setThemeColour(account?.agency?.accent), [account?.agency?.accent]);
  return html`
    <${SkipLink} />
    <header class=${account ? "top is-brand" : "top"}>
      <${BackButton} parent=${parent} />
      ${title ? html`<${TitleOfPage} account=${account} title=${title} meta=${meta} />` : account && html`<${Whose} account=${account} meta=${meta} />`}
      ${action}
    </header>
  `;
}

/** @param {{account: ShownAccount | null, title: string, meta?: string | null}} props */
function TitleOfPage({ account, title, meta }) {
  const heading = useOpening(title);
  return html`
    ${account && html`<${Logo} account=${account} />`}
    <div>
      <h1 class="head" ref=${heading} tabindex="-1" dir="auto">${title}</h1>
      ${meta && html`<span class="meta" dir="auto">${meta}</span>`}
    </div>
  `;
}

/** @param {{account: ShownAccount, meta?: string | null}} props */
function Whose({ account, meta }) {
  const isLink = account.agency?.offers.includes("contacts");
  const content = html`
    <${Logo} account=${account} />
    <span>
      <span dir="auto">${account.agencyName}${isLink && html`<${Icon} name="down" small />`}</span>
      <span class="meta" dir="auto">${meta}${isLink && html`<b class="hidden">${words.contactsOf}</b>`}</span>
    </span>
  `;
  return isLink
    ? html`<a class="whose" href=${hrefTo("/contacts", {}, account.name)}>${content}</a>`
    : html`<span class="whose">${content}</span>`;
}

/** @param {{parent: string}} props */
function BackButton({ parent }) {
  const screen = screenAt(route.value.previous ?? parent)?.screen ?? "today";
  /** @param {Event} event */
  const back = (event) => {
    event.preventDefault();
    goBack(parent);
  };
  return html`<a class="icon-btn" href=${parent} aria-label=${words.backTo(screen)} onClick=${back}><${Icon} name="back" /></a>`;
}

/** Return whether the person has one account only. */
export const hasOneAccount = () => owners.value.length === 1;

/** @param {Event} event */
function skipToContent(event) {
  event.preventDefault();
  document.querySelector("h1")?.focus();
}
