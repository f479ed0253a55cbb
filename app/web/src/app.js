// Which screen there is.
import { Account } from "./account/screen.js";
import { NotYours } from "./account/not-yours.js";
import { Contacts } from "./contacts/screen.js";
import { Frame } from "./frame.js";
import { html } from "./html.js";
import { Invoice } from "./invoice/screen.js";
import { Job } from "./jobs/job.js";
import { Jobs } from "./jobs/list.js";
import { Money } from "./money/screen.js";
import { OutboxScreen } from "./outbox/screen.js";
import { place } from "./router.js";
import { account, isDeleting, nameOf, person } from "./session.js";
import { SignIn } from "./sign-in/screen.js";

const SCREENS = { jobs: Jobs, job: Job, invoice: Invoice, statement: Invoice, money: Money, contacts: Contacts, account: Account, outbox: OutboxScreen };

export function App() {
  if (isDeleting.value) return html`<${Wait}>Signing out …<//>`;
  if (person.value === undefined) return html`<${Wait}>Opening …<//>`;
  if (person.value === null) return html`<${SignIn} />`;
  if (account.value === null) return html`<${NotYours} />`;
  const { screen, id, path } = place.value;
  const Shown = SCREENS[screen] ?? Jobs;
  const name = nameOf(account.value);
  return html`<${Frame} key=${name}><${Shown} key=${path} id=${id} /></${Frame}>`;
}

const Wait = ({ children }) => html`<main class="screen"><p class="loading" role="status">${children}</p></main>`;
