// Signing in: an e-mail address, then the code that was sent there. The address above stays, so links land where they lead.
import { useSignal } from "@preact/signals";
import { html } from "../html.js";
import { Icon } from "../parts/icon.js";
import { Screen } from "../parts/screen.js";
import { ended } from "../session.js";
import { CodeStep } from "./code.js";
import { EmailStep } from "./email.js";

const ASKED = "asked for a code"; // phones drop a page while its owner reads mail

const stored = () => JSON.parse(sessionStorage.getItem(ASKED) ?? "null");
const CODE_LIVES_MS = 600_000;

export function SignIn() {
  const last = stored();
  const asked = useSignal(last && Date.now() - last.at < CODE_LIVES_MS ? last : null);
  const set = (value) => {
    asked.value = value;
    if (value) sessionStorage.setItem(ASKED, JSON.stringify(value));
    else sessionStorage.removeItem(ASKED);
  };
  return html`
    <div class="sign-in">
      <header class="portal"><span class="mark"><${Icon} name="mark" /></span>Contractor Portal</header>
      ${asked.value
        ? html`<${Screen} key="code" title="Enter your code" keepsFocus>
            <${CodeStep} asked=${asked.value} onAsked=${set} onOther=${() => set(null)} onDone=${() => sessionStorage.removeItem(ASKED)} />
          <//>`
        : html`<${Screen} key="email" title="Sign in">
            ${ended.value && html`<p class="notice">You were signed out. Nothing is lost: please sign in again.</p>`}
            <${EmailStep} first=${ended.value ?? ""} onAsked=${set} />
          <//>`}
    </div>
  `;
}
