// The headers: quiet for all agencies, coloured inside what is one agency's.
import { useContext } from "preact/hooks";
import { useAccounts } from "../data/accounts.ts";
import { initials } from "../format.ts";
import { html } from "../html.ts";
import { goBack, hrefTo, route } from "../router.ts";
import { screenAt } from "../routes.ts";
import { parts as words } from "../words.ts";
import { usePageColour } from "./accent.ts";
import { Icon } from "./icon.ts";
import { Logo } from "./logo.ts";
import { useOpening } from "./opening.ts";
import { IsBeside } from "./split.ts";

export const SkipLink = () => html`<a class="skip" href="#main" onClick=${skipToContent}>${words.skip}</a>`;

/**
 * The header of a place for all agencies. A person with one agency sees its colour and logo. `meta`: a line below the
 * title.
 */
export function PlaceHeader({ title, meta, hasSearch = false }: {title: string, meta?: string, hasSearch?: boolean}) {
  const heading = useOpening(title);
  const { accounts, only } = useOnlyAccount();
  const line = meta ?? only?.agencyName;
  return html`
    <${SkipLink} />
    <header class=${only ? "top is-brand" : "top"}>
      ${only && html`<${Logo} account=${only} />`}
      <div><h1 ref=${heading} tabindex="-1">${title}</h1>${line && html`<span class="meta" dir="auto">${line}</span>`}</div>
      ${hasSearch && html`<${SearchLink} />`}
      <${AccountLink} accounts=${accounts} />
    </header>
  `;
}

/** The header of a wide screen: whose app it is. The titles are those of the list and of the page beside it. */
export function WideHeader() {
  const { accounts, only } = useOnlyAccount();
  const agencies = new Set(accounts.map(({ owner }) => owner.agency)).size;
  return html`
    <${SkipLink} />
    <header class=${only ? "top is-brand" : "top"}>
      ${only ? html`<${Logo} account=${only} />` : html`<span class="disc is-product"><${Icon} name="product" /></span>`}
      <div>
        <b dir="auto">${accounts[0]?.displayName}</b>
        <span class="meta" dir="auto">${only?.agencyName ?? words.agencies(agencies)}</span>
      </div>
      <${SearchLink} />
      <${AccountLink} accounts=${accounts} />
    </header>
  `;
}

/**
 * Return the accounts of the person, and the account that gives the page its colour: that of a person who has no other.
 */
function useOnlyAccount() {
  const accounts = useAccounts();
  const only = accounts.length === 1 ? accounts[0] : null;
  usePageColour(only?.agency?.accent);
  return { accounts, only };
}

const SearchLink = () => html`<a class="icon-btn" href=${hrefTo("/search")} aria-label=${words.search}><${Icon} name="search" /></a>`;

function AccountLink({ accounts }: {accounts: ShownAccount[]}) {
  const letters = initials(accounts[0]?.displayName ?? "");
  return html`
    <a class="icon-btn" href=${hrefTo("/account")} aria-label=${words.account(letters)}>
      <span class="avatar" aria-hidden="true">${letters}</span>
    </a>
  `;
}

/**
 * The header of a page below a place. With `account`, it wears the agency. `parent`: where Back leads if the person
 * came from elsewhere. `title`: the heading, unless the page has one of its own; then the header has the agency's name,
 * which leads to its contacts. `action`: a button at its end.
 */
export function PageHeader({ parent, account = null, title, meta, action }: {parent: string, account?: ShownAccount | null, title?: string, meta?: string | null, action?: Children}) {
  const isBeside = useContext(IsBeside);
  usePageColour(account?.agency?.accent, isBeside);
  const header = html`
    <header class=${account ? "top is-brand" : "top"}>
      ${!isBeside && html`<${BackButton} parent=${parent} />`}
      ${title ? html`<${TitleOfPage} account=${account} title=${title} meta=${meta} />` : account && html`<${Whose} account=${account} meta=${meta} />`}
      ${action}
    </header>
  `;
  return isBeside ? header : html`<${SkipLink} />${header}`;
}

const TitleOfPage = ({ account, title, meta }: {account: ShownAccount | null, title: string, meta?: string | null}) => html`
  ${account && html`<${Logo} account=${account} />`}
  <div><${Heading} title=${title} className="head" />${meta && html`<span class="meta" dir="auto">${meta}</span>`}</div>
`;

/**
 * The heading of a screen. Beside a list, which has the h1, it is an h2. `isOpening`: it gets the focus when the screen
 * opens.
 */
export function Heading({ title, className = "title", isHidden = false, isOpening = true }: {title: string, className?: string, isHidden?: boolean, isOpening?: boolean}) {
  const heading = useOpening(title, { keepsFocus: !isOpening });
  const Tag = useContext(IsBeside) ? "h2" : "h1";
  return html`<${Tag} ref=${heading} class=${isHidden ? "hidden" : className} tabindex="-1" dir="auto">${title}<//>`;
}

function Whose({ account, meta }: {account: ShownAccount, meta?: string | null}) {
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

export function BackButton({ parent }: {parent: string}) {
  const screen = screenAt((route.value.previous ?? parent).split("?")[0])?.screen ?? "today";
  const back = (event: Event) => {
    event.preventDefault();
    goBack(parent);
  };
  return html`<a class="icon-btn" href=${parent} aria-label=${words.backTo(screen)} onClick=${back}><${Icon} name="back" /></a>`;
}

function skipToContent(event: Event) {
  event.preventDefault();
  document.querySelector("h1")?.focus();
}
