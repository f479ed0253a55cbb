// The second step of signing in: the code from the e-mail.
import { useEffect } from "preact/hooks";
import { html } from "../html.ts";
import { hasDeletionFailed, setCodeRequest } from "../session.ts";
import { signIn as words } from "../words.ts";
import { CodeForm, NewCodeButton } from "./code-form.ts";
import { SignInFrame } from "./frame.ts";
import { WaitingHere } from "./waiting-here.ts";
import { prepareWelcome } from "./welcome.ts";

export function CodePage({ request }: {request: CodeRequest}) {
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
