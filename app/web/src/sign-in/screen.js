// Signing in: an e-mail address, then the code that was sent there. The address above stays, so links land where they lead.
import { html } from "../html.js";
import { Icon } from "../parts/icon.js";
import { Screen } from "../parts/screen.js";
import { asked, ended, undeleted, waitForCode } from "../session.js";
import { CodeStep } from "./code.js";
import { EmailStep } from "./email.js";

const UNDELETED =
  "You have signed out, but this browser could not delete what it keeps for you. Please close all tabs of the portal, and " +
  "clear this site's data in the settings of the browser.";

export const SignIn = () => html`
  <div class="sign-in">
    <header class="portal"><span class="mark"><${Icon} name="mark" /></span>Contractor Portal</header>
    ${asked.value
      ? html`<${Screen} key="code" title="Enter your code" keepsFocus>
          <${CodeStep} asked=${asked.value} onAsked=${waitForCode} onOther=${() => waitForCode(null)} />
        <//>`
      : html`<${Screen} key="email" title="Sign in">
          ${ended.value && html`<p class="notice">You were signed out. Nothing is lost: please sign in again.</p>`}
          ${undeleted.value && html`<p class="problem" role="alert">${UNDELETED}</p>`}
          <${EmailStep} first=${ended.value ?? ""} onAsked=${waitForCode} />
        <//>`}
  </div>
`;
