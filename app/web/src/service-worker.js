// Opens the app without a network: it keeps the page and its files, and no answer of the API, ever.
import { listen } from "./outbox/background.js";
import { screenAt } from "./routes.js";

/* global SHELL_VERSION, SHELL_FILES */
const SHELL = `shell-${SHELL_VERSION}`;
const PAGE = "/";

self.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(SHELL);
      // Without the cookie: whoever opens the kept page later may be signed in or not, and finds out by themselves.
      await cache.addAll([...SHELL_FILES, PAGE].map((url) => new Request(url, { credentials: "omit", cache: "no-cache" })));
      await self.skipWaiting();
    })(),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const old = (await caches.keys()).filter((name) => name.startsWith("shell-") && name !== SHELL);
      await Promise.all(old.map((name) => caches.delete(name)));
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate" && screenAt(pathname)) event.respondWith(kept(PAGE, request));
  else if (pathname.startsWith("/app/")) event.respondWith(kept(pathname, request));
});

async function kept(name, request) {
  const cache = await caches.open(SHELL);
  return (await cache.match(name, { ignoreVary: true })) ?? fetch(request);
}

listen(self);
