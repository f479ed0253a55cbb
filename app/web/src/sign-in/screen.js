// Signing in: the e-mail address, then the code that was sent to it. The address of the page stays the same, so the person gets to
// the screen that they asked for.
import { useState } from "preact/hooks";
import { html } from "../html.js";
import { codeRequest, expiredEmail } from "../session.js";
import { CodePage } from "./code-page.js";
import { EmailPage } from "./email-page.js";
import { OfflineStart } from "./offline-start.js";
import { SignedOut } from "./signed-out.js";

export function SignInScreen() {
  const [isOffline, setOffline] = useState(!navigator.onLine);
  const [email, setEmail] = useState("");
  if (codeRequest.value) return html`<${CodePage} key="code" request=${codeRequest.value} />`;
  if (expiredEmail.value) return html`<${SignedOut} email=${expiredEmail.value} onOtherEmail=${() => (expiredEmail.value = null)} />`;
  if (isOffline) return html`<${OfflineStart} onForm=${() => setOffline(false)} />`;
  return html`<${EmailPage} key="email" email=${email} onEmail=${setEmail} />`;
}
