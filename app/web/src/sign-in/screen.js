// Signing in: an e-mail address, then the code that was sent there. The address above stays, so links land where they lead.
import { html } from "../html.js";
import { Icon } from "../parts/icon.js";
import { Screen } from "../parts/screen.js";
import { asked, ended, waitForCode } from "../session.js";
import { CodeStep } from "./code.js";
import { EmailStep } from "./email.js";

export const SignIn = () => html`
  <div class="sign-in">
    <header class="portal"><span class="mark"><${Icon} name="mark" /></span>Contractor Portal</header>
    ${asked.value
      ? html`<${Screen} key="code" title="Enter your code" keepsFocus>
          <${CodeStep} asked=${asked.value} onAsked=${waitForCode} onOther=${() => waitForCode(null)} />
        <//>`
      : html`<${Screen} key="email" title="Sign in">
          ${ended.value && html`<p class="notice">You were signed out. Nothing is lost: please sign in again.</p>`}
          <${EmailStep} first=${ended.value ?? ""} onAsked=${waitForCode} />
        <//>`}
  </div>
`;
