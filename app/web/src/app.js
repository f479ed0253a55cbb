// Chooses the screen to show.
import { html } from "./html.js";
import { lazy } from "./parts/lazy.js";
import { route } from "./router.js";
import { isOfOneAgency } from "./routes.js";
import { account, isDeleting, person } from "./session.js";
import { parts as words } from "./words.js";

/**
 * The screens by their name in routes.js. Those that are seldom the first are loaded after it: later.js exports them.
 *
 * @type {Record<string, unknown>}
 */
const SCREENS = {
  money: lazy("MoneyScreen"),
  "money-invoice": lazy("MoneyInvoiceScreen"),
  "money-statement": lazy("MoneyStatementScreen"),
};

const SignInScreen = lazy("SignInScreen");
const OtherAccountScreen = lazy("OtherAccountScreen");

export function App() {
  if (isDeleting.value) return html`<${WaitMessage}>${words.signingOut}<//>`;
  if (person.value === undefined) return html`<${WaitMessage}>${words.opening}<//>`;
  if (person.value === null) return html`<${SignInScreen} />`;
  const { screen, id, path } = route.value;
  if (account.value === null && isOfOneAgency(screen)) return html`<${OtherAccountScreen} />`;
  const CurrentScreen = SCREENS[screen] ?? SCREENS.today;
  return html`<${CurrentScreen} key=${`${path} ${route.value.account}`} id=${id} />`;
}

/** @param {{children: Children}} props */
const WaitMessage = ({ children }) => html`<main class="page"><p class="hint" role="status">${children}</p></main>`;
