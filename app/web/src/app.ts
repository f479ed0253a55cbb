// Chooses the screen to show.
import { html } from "./html.ts";
import { JobsScreen } from "./jobs/list-screen.ts";
import { lazy } from "./parts/lazy.ts";
import { Beside, placeOfList } from "./parts/split.ts";
import { route } from "./router.ts";
import { isOfOneAgency } from "./routes.ts";
import { account, isDeleting, person } from "./session.ts";
import { isWelcomed } from "./sign-in/welcome.ts";
import { TodayScreen } from "./today/screen.ts";
import { parts as words } from "./words.ts";

/**
 * The screens by their name in routes.js. Those that are seldom the first are loaded after it: later.js exports them.
 */
const SCREENS: Record<string, unknown> = {
  today: TodayScreen,
  jobs: JobsScreen,
  search: lazy("SearchScreen"),
  invoice: lazy("InvoiceScreen"),
  statement: lazy("StatementScreen"),
  sent: lazy("SentScreen"),
  outbox: lazy("OutboxScreen"),
  item: lazy("ItemScreen"),
  account: lazy("AccountScreen"),
  devices: lazy("DevicesScreen"),
  passkeys: lazy("PasskeysScreen"),
  install: lazy("InstallScreen"),
  accessibility: lazy("AccessibilityScreen"),
  money: lazy("MoneyScreen"),
  "money-invoice": lazy("MoneyInvoiceScreen"),
  "money-statement": lazy("MoneyStatementScreen"),
  job: lazy("JobScreen"),
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
  // An item is shown although its account is no longer the person's.
  if (account.value === null && isOfOneAgency(screen) && screen !== "item") return html`<${OtherAccountScreen} />`;
  const CurrentScreen = SCREENS[screen] ?? SCREENS.today;
  const place = placeOfList();
  const current = html`<${CurrentScreen} key=${`${path} ${route.value.account}`} id=${id} />`;
  if (!place) return current;
  const PlaceScreen = SCREENS[place] ?? SCREENS.today;
  return html`<${Beside.Provider} value=${screen === place ? null : current}><${PlaceScreen} key=${place} /><//>`;
}

const WaitMessage = ({ children }: {children: Children}) => html`<main class="page"><p class="hint" role="status">${children}</p></main>`;
