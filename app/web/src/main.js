// Starts the app.
import { effect } from "@preact/signals";
import { render } from "preact";
import { App } from "./app.js";
import * as arrivals from "./arrivals.js";
import { html } from "./html.js";
import * as outbox from "./outbox/index.js";
import * as telling from "./outbox/telling.js";
import * as focus from "./parts/focus.js";
import * as router from "./router.js";
import * as session from "./session.js";

router.install();
session.install();
outbox.install();
telling.install();
arrivals.install();
focus.install();
session.look();
effect(() => {
  const whose = session.owner.value;
  if (whose) {
    router.settle(session.nameOf(whose));
    outbox.open(whose);
  } else {
    outbox.openOld(session.stranger.value);
  }
});
render(html`<${App} />`, document.getElementById("app"));

if ("serviceWorker" in navigator) {
  const policy = globalThis.trustedTypes?.createPolicy("service-worker", { createScriptURL: () => "/sw.js" });
  addEventListener("load", () => {
    navigator.serviceWorker.register(policy ? policy.createScriptURL("") : "/sw.js").catch(() => {
      // In a private window there is none: the app works all the same, while there is a network.
    });
  });
}
