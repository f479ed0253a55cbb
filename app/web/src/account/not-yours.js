// The address names an account that is not this person's, or not any more. Nothing is read or written for another one.
import { html } from "../html.js";
import { Waiting } from "../outbox/screen.js";
import { Screen } from "../parts/screen.js";
import { place } from "../router.js";
import { person } from "../session.js";
import { Accounts } from "./accounts.js";
import { SignOut } from "./sign-out.js";

export const NotYours = () => html`
  <${Screen} title="This is not one of your accounts">
    <p>
      This page is for the account <b>${place.value.account}</b>, which is not, or not any more, an account of
      ${" "}<b>${person.value.email}</b>. Nothing was changed.
    </p>
    <${Waiting}>${null}<//>
    <h2>Your accounts</h2>
    <${Accounts} />
    <h2>Signed in with another address?</h2>
    <${SignOut} />
  <//>
`;
