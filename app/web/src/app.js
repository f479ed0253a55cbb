// Chooses the screen to show.
import { DevicesScreen } from "./account/devices-screen.js";
import { OtherAccountScreen } from "./account/other-account.js";
import { AccountScreen } from "./account/screen.js";
import { SIGNING_OUT } from "./account/sign-out.js";
import { ContactsScreen } from "./contacts/screen.js";
import { Frame } from "./frame.js";
import { html } from "./html.js";
import { InvoiceScreen } from "./invoice/screen.js";
import { JobScreen } from "./jobs/job-screen.js";
import { JobsScreen } from "./jobs/list-screen.js";
import { MoneyScreen } from "./money/screen.js";
import { OutboxScreen } from "./outbox-views/screen.js";
import { route } from "./router.js";
import { account, accountName, isDeleting, person } from "./session.js";
import { SignInScreen } from "./sign-in/screen.js";

/** @type {Record<string, unknown>} */
const SCREENS = {
  jobs: JobsScreen,
  job: JobScreen,
  invoice: InvoiceScreen,
  statement: InvoiceScreen,
  money: MoneyScreen,
  contacts: ContactsScreen,
  account: AccountScreen,
  devices: DevicesScreen,
  outbox: OutboxScreen,
};

export function App() {
  if (isDeleting.value) return html`<${WaitMessage}>${SIGNING_OUT}<//>`;
  if (person.value === undefined) return html`<${WaitMessage}>Opening …<//>`;
  if (person.value === null) return html`<${SignInScreen} />`;
  if (account.value === null) return html`<${OtherAccountScreen} />`;
  const { screen, id, path } = route.value;
  const CurrentScreen = SCREENS[screen] ?? JobsScreen;
  const name = accountName(account.value);
  return html`<${Frame} key=${name}><${CurrentScreen} key=${path} id=${id} /></${Frame}>`;
}

/** @param {{children: Children}} props */
const WaitMessage = ({ children }) => html`<main class="screen"><p class="loading" role="status">${children}</p></main>`;
