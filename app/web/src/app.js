// Chooses the screen to show.
import { html } from "./html.js";
import { OutboxScreen } from "./outbox-screens/screen.js";
import { outbox } from "./outbox/instance.js";
import { JobScreen } from "./job/screen.js";
import { lazy } from "./parts/lazy.js";
import { route } from "./router.js";
import { isOfOneAgency } from "./routes.js";
import { account, accountName, isDeleting, person } from "./session.js";
import { isWelcomed } from "./sign-in/welcome.js";
import { parts as words } from "./words.js";

/**
 * The screens by their name in routes.js. Those that are seldom the first are loaded after it: later.js exports them.
 *
 * @type {Record<string, unknown>}
 */
const SCREENS = {
  outbox: OutboxScreen,
  item: lazy("ItemScreen"),
  account: lazy("AccountScreen"),
  devices: lazy("DevicesScreen"),
  passkeys: lazy("PasskeysScreen"),
  install: lazy("InstallScreen"),
  accessibility: lazy("AccessibilityScreen"),
  job: JobScreen,
  print: lazy("PrintScreen"),
  contacts: lazy("ContactsScreen"),
};

const SignInScreen = lazy("SignInScreen");
const WelcomeScreen = lazy("WelcomeScreen");
const OtherAccountScreen = lazy("OtherAccountScreen");
const NotFoundScreen = lazy("NotFoundScreen");

export function App() {
  if (isDeleting.value) return html`<${WaitMessage}>${words.signingOut}<//>`;
  const { screen, id, path } = route.value;
  if (screen === "not-found") return html`<${NotFoundScreen} />`;
  if (person.value === undefined) return html`<${WaitMessage}>${words.opening}<//>`;
  if (person.value === null) return html`<${SignInScreen} />`;
  if (isWelcomed.value) return html`<${WelcomeScreen} />`;
  if (account.value === null && isOfOneAgency(screen) && !(screen === "item" && hasItems())) return html`<${OtherAccountScreen} />`;
  const CurrentScreen = SCREENS[screen] ?? SCREENS.today;
  return html`<${CurrentScreen} key=${`${path} ${route.value.account}`} id=${id} />`;
}

/** Return whether the account of the address has items here. They are shown even if the account is no longer the person's. */
const hasItems = () => outbox.items.value?.some(({ owner }) => accountName(owner) === route.value.account);

/** @param {{children: Children}} props */
const WaitMessage = ({ children }) => html`<main class="page"><p class="hint" role="status">${children}</p></main>`;
