// Signing in: the e-mail address, then the code that was sent to it. The address of the page stays the same, so the person gets to
// the screen that they asked for.
import { useState } from "preact/hooks";
import { html } from "../html.ts";
import { codeRequest, expiredEmail } from "../session.ts";
import { CodePage } from "./code-page.ts";
import { EmailPage } from "./email-page.ts";
import { OfflineStart } from "./offline-start.ts";
import { SignedOut } from "./signed-out.ts";

export function SignInScreen() {
  const [isOffline, setOffline] = useState(!navigator.onLine);
  const [email, setEmail] = useState("");
  if (codeRequest.value) return html`<${CodePage} key="code" request=${codeRequest.value} />`;
  if (expiredEmail.value) return html`<${SignedOut} email=${expiredEmail.value} onOtherEmail=${() => (expiredEmail.value = null)} />`;
  if (isOffline) return html`<${OfflineStart} onForm=${() => setOffline(false)} />`;
  return html`<${EmailPage} key="email" email=${email} onEmail=${setEmail} />`;
}
