// The second step of signing in: the code from the e-mail.
import { useEffect } from "preact/hooks";
import { html } from "../html.js";
import { hasDeletionFailed, setCodeRequest } from "../session.js";
import { signIn as words } from "../words.js";
import { CodeForm, NewCodeButton } from "./code-form.js";
import { SignInFrame } from "./frame.js";
import { WaitingHere } from "./waiting-here.js";
import { prepareWelcome } from "./welcome.js";

/** @param {{request: CodeRequest}} props */
export function CodePage({ request }) {
  useEffect(() => {
    prepareWelcome();
  }, []);
  const bar = html`
    <footer class="bar is-column" aria-label=${words.actionsLabel}>
      <button class="btn is-primary" form="code-form">${words.title}</button>
      <${NewCodeButton} request=${request} onRequest=${setCodeRequest} />
      <button class="btn is-quiet" type="button" onClick=${() => setCodeRequest(null)}>${words.otherEmail}</button>
    </footer>
  `;
  return html`
    <${SignInFrame} title=${words.enterCode} art="envelope" keepsFocus bar=${bar}>
      ${hasDeletionFailed.value && html`<p class="problem" role="alert">${words.notDeleted}</p>`}
      <${CodeForm} request=${request} />
      <${WaitingHere} email=${request.email} />
    <//>
  `;
}
