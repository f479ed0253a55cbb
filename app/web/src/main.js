// Starts the app.
import { effect } from "@preact/signals";
import { render } from "preact";
import { App } from "./app.js";
import { startInvalidation } from "./data/invalidation.js";
import { prefetchLater } from "./data/prefetch.js";
import { clearResources } from "./data/resource.js";
import { html } from "./html.js";
import { startFileHandling } from "./invoice/file-handling.js";
import { startAnnouncements } from "./outbox-screens/announcements.js";
import { startBadge } from "./outbox-screens/badge.js";
import { startInstallPrompt } from "./install/prompt.js";
import { outbox } from "./outbox/instance.js";
import { startFocusKeeper } from "./parts/focus.js";
import { loadLater } from "./parts/lazy.js";
import { startUpdates } from "./parts/update.js";
import { addAccountToAddress, startRouter } from "./router.js";
import { account, accountName, owners, person, startSession } from "./session.js";
import { readIsKept } from "./store/persistence.js";
import { readSignInFailure } from "./sign-in/provider.js";

loadLater(() => import("./later.js"));
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
render(html`<${App} />`, /** @type {HTMLElement} */ (document.getElementById("app")));

if ("serviceWorker" in navigator) {
  const policy = window.trustedTypes?.createPolicy("service-worker", { createScriptURL: () => "/sw.js" });
  addEventListener("load", () => {
    navigator.serviceWorker.register(policy ? policy.createScriptURL("") : "/sw.js").catch(() => {
      // A private window has no service worker. The app works without it while there is a network.
    });
  });
}
