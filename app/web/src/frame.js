// The frame around every screen: the agency's logo and colour, the navigation, and the outbox strip.
import { useEffect } from "preact/hooks";
import { useResource } from "./data/resource.js";
import { html } from "./html.js";
import { OutboxStrip } from "./outbox-views/strip.js";
import { Icon } from "./parts/icon.js";
import { lazy } from "./parts/lazy.js";
import { isOffered } from "./passkeys/offer.js";
import { hrefTo, route } from "./router.js";
import { account, person } from "./session.js";

const PasskeyOffer = lazy("PasskeyOffer");
const NAVIGATION = [
  { path: "/jobs", name: "Jobs", icon: "jobs", screens: ["jobs", "job", "invoice"] },
  { path: "/money", name: "Money", icon: "money", screens: ["money", "statement"] },
  { path: "/contacts", name: "Contacts", icon: "contacts", screens: ["contacts"], needs: "contacts" },
  { path: "/account", name: "Account", icon: "account", screens: ["account", "devices"] },
];

/** @param {{children: Children}} props */
export function Frame({ children }) {
  const agency = useResource("agency").value.body;
  useAccent(agency?.accent);
  const { agencyName, displayName } = /** @type {Account} */ (account.value);
  const links = NAVIGATION.filter(({ needs }) => !needs || !agency || agency.offers.includes(needs));
  return html`
    <a class="skip" href="#main" onClick=${skipToContent}>Skip to the content</a>
    <header class="top">
      <div class="brand">
        ${agency?.logo && html`<img class="logo" src=${agency.logo} alt="" />`}
        <div class="names">
          <span class="agency" dir="auto">${agencyName}</span>
          <span class="contractor" dir="auto">${displayName}</span>
        </div>
        ${Number(person.value?.accounts.length) > 1 && html`<a class="switch" href=${hrefTo("/account")}><${Icon} name="switch" /><span class="visually-hidden">Switch account</span></a>`}
      </div>
      <nav class="navigation" aria-label="Portal">${links.map((link) => html`<${NavigationLink} key=${link.path} ...${link} />`)}</nav>
    </header>
    <${OutboxStrip} />
    ${isOffered.value && html`<${PasskeyOffer} />`}
    ${children}
  `;
}

/** @param {{path: string, name: string, icon: string, screens: string[]}} props */
function NavigationLink({ path, name, icon, screens }) {
  const isCurrent = screens.includes(route.value.screen);
  return html`<a href=${hrefTo(path)} aria-current=${isCurrent ? "page" : null}><${Icon} name=${icon} />${name}</a>`;
}

/**
 * Set the agency's colour as a property of the page. The page's policy forbids styles in markup.
 *
 * @param {string} [accent]
 */
function useAccent(accent) {
  useEffect(() => {
    const { style } = document.documentElement;
    if (accent) style.setProperty("--accent", accent);
    return () => {
      style.removeProperty("--accent");
    };
  }, [accent]);
}

/** @param {Event} event */
function skipToContent(event) {
  event.preventDefault();
  document.querySelector("h1")?.focus();
}
