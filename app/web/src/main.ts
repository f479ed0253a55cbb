// Starts the app.
import { effect } from "@preact/signals";
import { render } from "preact";
import { App } from "./app.ts";
import { startInvalidation } from "./data/invalidation.ts";
import { prefetchLater } from "./data/prefetch.ts";
import { clearResources } from "./data/resource.ts";
import { html } from "./html.ts";
import { startFileHandling } from "./invoice/file-handling.ts";
import { startAnnouncements, startBadge } from "./outbox-screens/watch.ts";
import { startInstallPrompt } from "./install/prompt.ts";
import { outbox } from "./outbox/instance.ts";
import { startFocusKeeper } from "./parts/focus.ts";
import { loadLater } from "./parts/lazy.ts";
import { startUpdates } from "./parts/update.ts";
import { addAccountToAddress, startRouter } from "./router.ts";
import { account, accountName, owners, person, startSession } from "./session.ts";
import { readIsKept } from "./store/persistence.ts";
import { readSignInFailure } from "./sign-in/provider.ts";

loadLater(() => import("./later.ts"));
startRouter();
readSignInFailure();
startSession();
outbox.start();
startAnnouncements();
startBadge();
startInstallPrompt();
startInvalidation();
startFocusKeeper();
startUpdates();
readIsKept();
startFileHandling();
effect(() => {
  if (account.value) addAccountToAddress(accountName(account.value));
  if (!owners.value.length) clearResources();
  outbox.open(owners.value.length ? (person.value?.email ?? null) : null, owners.value);
});
effect(() => {
  if (owners.value.length && !document.hidden) prefetchLater(owners.value);
});
render(html`<${App} />`, document.getElementById("app") as HTMLElement);

if ("serviceWorker" in navigator) {
  const policy = window.trustedTypes?.createPolicy("service-worker", { createScriptURL: () => "/sw.js" });
  addEventListener("load", () => {
    navigator.serviceWorker.register(policy ? policy.createScriptURL("") : "/sw.js").catch(() => {
      // A private window has no service worker. The app works without it while there is a network.
    });
  });
}
