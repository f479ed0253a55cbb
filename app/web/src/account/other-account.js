// The screen for an address that names an account of somebody else, or a former account of this person. The app neither reads
// nor writes anything for such an account.
import { html } from "../html.js";
import { UnsentItems } from "../outbox-views/screen.js";
import { Screen } from "../parts/screen.js";
import { route } from "../router.js";
import { person } from "../session.js";
import { AccountList } from "./account-list.js";
import { SignOut } from "./sign-out.js";

export const OtherAccountScreen = () => html`
  <${Screen} title="This is not one of your accounts">
    <p>
      This page is for the account <b>${route.value.account}</b>, which is not, or not any more, an account of
      ${" "}<b>${person.value?.email}</b>. Nothing was changed.
    </p>
    <${UnsentItems}>${null}<//>
    <h2>Your accounts</h2>
    <${AccountList} />
    <h2>Signed in with another address?</h2>
    <${SignOut} />
  <//>
`;
