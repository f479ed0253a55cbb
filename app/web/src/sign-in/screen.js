// The sign-in screen: the e-mail address, then the code that was sent to it. The address of the page stays the same, so the
// person gets to the screen that they asked for.
import { html } from "../html.js";
import { Icon } from "../parts/icon.js";
import { Screen } from "../parts/screen.js";
import { offerPasskey } from "../passkeys/offer.js";
import { PasskeyButton } from "../passkeys/sign-in-button.js";
import { codeRequest, expiredEmail, hasDeletionFailed, setCodeRequest, signInFailure } from "../session.js";
import { CodeStep } from "./code-step.js";
import { EmailStep } from "./email-step.js";
import { ProviderLink } from "./provider.js";

const NOT_DELETED =
  "You have signed out, but this browser could not delete what it keeps for you. Please close all tabs of the portal, and " +
  "clear this site's data in the settings of the browser.";

export const SignInScreen = () => html`
  <div class="sign-in">
    <header class="portal"><span class="mark"><${Icon} name="mark" /></span>Contractor Portal</header>
    ${codeRequest.value
      ? html`<${Screen} key="code" title="Enter your code" keepsFocus>
          <${CodeStep} request=${codeRequest.value} onRequest=${setCodeRequest} onSignedIn=${offerPasskey} onOtherEmail=${() => setCodeRequest(null)} />
        <//>`
      : html`<${Screen} key="email" title="Sign in">
          ${expiredEmail.value && html`<p class="notice">You were signed out. Nothing is lost: please sign in again.</p>`}
          ${hasDeletionFailed.value && html`<p class="problem" role="alert">${NOT_DELETED}</p>`}
          ${signInFailure.value && html`<p class="problem" role="alert">${signInFailure.value}</p>`}
          <${EmailStep} initialEmail=${expiredEmail.value ?? ""} onRequest=${setCodeRequest} />
          <${PasskeyButton} />
          <${ProviderLink} />
        <//>`}
  </div>
`;
