// What stands around every screen: the agency's face, the ways to go, and what is in the way of sending.
import { useEffect } from "preact/hooks";
import { html } from "./html.js";
import { useHeld } from "./outbox/held.js";
import { elsewhere, hold, isFollowed, isPromised, isUnsent, items, mayBeThere, needsPerson, trouble } from "./outbox/index.js";
import { Icon } from "./parts/icon.js";
import { useReading } from "./reading.js";
import { place, to } from "./router.js";
import { account, nameOf, person } from "./session.js";
import { count } from "./words.js";

const WAYS = [
  { path: "/jobs", name: "Jobs", icon: "jobs", screens: ["jobs", "job", "invoice"] },
  { path: "/money", name: "Money", icon: "money", screens: ["money", "statement"] },
  { path: "/contacts", name: "Contacts", icon: "contacts", screens: ["contacts"], needs: "contacts" },
  { path: "/account", name: "Account", icon: "account", screens: ["account"] },
];

export function Frame({ children }) {
  const agency = useReading("agency").value.body;
  useAccent(agency?.accent);
  const { agencyName, displayName } = account.value;
  const ways = WAYS.filter(({ needs }) => !needs || !agency || agency.offers.includes(needs));
  return html`
    <a class="skip" href="#main" onClick=${skip}>Skip to the content</a>
    <header class="top">
      <div class="brand">
        ${agency?.logo && html`<img class="logo" src=${agency.logo} alt="" />`}
        <div class="names">
          <span class="agency" dir="auto">${agencyName}</span>
          <span class="contractor" dir="auto">${displayName}</span>
        </div>
        ${person.value.accounts.length > 1 && html`<a class="switch" href=${to("/account")}><${Icon} name="switch" /><span class="visually-hidden">Switch account</span></a>`}
      </div>
      <nav class="ways" aria-label="Portal">${ways.map((way) => html`<${Way} key=${way.path} ...${way} />`)}</nav>
    </header>
    <${Waiting} />
    ${children}
  `;
}

function Way({ path, name, icon, screens }) {
  const here = screens.includes(place.value.screen);
  return html`<a href=${to(path)} aria-current=${here ? "page" : null}><${Icon} name=${icon} />${name}</a>`;
}

/** A line while something is not with the agency yet, here or in another account, or this device keeps nothing. */
function Waiting() {
  const all = items.value ?? [];
  const held = useHeld(all); // a line for these would move the page under a thumb, and their own screen tells of them
  const unsent = all.filter((item) => isUnsent(item) && !held.includes(item));
  const failed = unsent.filter(needsPerson).length;
  const promised = unsent.filter(isPromised).length;
  const reviewed = unsent.filter(({ state }) => state === "review").length;
  const checked = unsent.filter(({ state }) => state === "checking").length - promised;
  const waiting = unsent.filter((item) => !needsPerson(item) && !isFollowed(item));
  const offline = hold.value === "offline";
  const short = waiting.some(mayBeThere) ? "not confirmed yet" : "not with the agency yet";
  if (!unsent.length && !elsewhere.value.length && !trouble.value) return null;
  return html`
    <aside class="strip" aria-label="Outbox">
      ${trouble.value && html`<p role="alert">${trouble.value}</p>`}
      ${failed > 0 && html`<${Line} icon="emergency">${count(failed, "thing")} ${failed === 1 ? "needs" : "need"} you<//>`}
      ${reviewed > 0 && html`<${Line} icon="contacts">We asked ${account.value.agencyName} to check ${count(reviewed, "thing")}<//>`}
      ${checked > 0 && html`<${Line} icon="search">${count(checked, "thing")} ${checked === 1 ? "is" : "are"} being checked<//>`}
      ${promised > 0 && html`<${Line} icon="clock">${count(promised, "thing")} ${promised === 1 ? "is" : "are"} with the portal<//>`}
      ${waiting.length > 0 &&
      html`<${Line} icon=${offline ? "offline" : "send"}>
        ${count(waiting.length, "thing")} ${waiting.length === 1 ? "is" : "are"} ${short}
      <//>`}
      ${elsewhere.value.map((there) => html`<${Elsewhere} key=${nameOf(there)} there=${there} />`)}
    </aside>
  `;
}

const Line = ({ icon, children }) => html`<a href=${to("/outbox")}><${Icon} name=${icon} /><span>${children}</span><${Icon} name="open" /></a>`;

function Elsewhere({ there }) {
  const { agencyName = "an account that is no longer yours" } = person.value.accounts.find((one) => nameOf(one) === nameOf(there)) ?? {};
  const [things, are] = [count(there.number, "thing"), there.number === 1 ? "is" : "are"];
  return html`
    <a href=${to("/outbox", {}, nameOf(there))}>
      <${Icon} name="send" />${things} for ${agencyName} ${are} not there yet<${Icon} name="open" />
    </a>
  `;
}

/** The agency's colour, as a property of the page: its policy takes no styles from markup. */
function useAccent(accent) {
  useEffect(() => {
    const { style } = document.documentElement;
    if (accent) style.setProperty("--accent", accent);
    return () => style.removeProperty("--accent");
  }, [accent]);
}

function skip(event) {
  event.preventDefault();
  document.querySelector("h1").focus();
}
