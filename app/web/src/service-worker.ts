// Opens the app without a network, and takes PDFs that other apps share with it. It caches the page and its files, and never an
// answer of the API.
import { syncInBackground } from "./outbox/background-sync.ts";
import { screenAt } from "./routes.ts";
import { keepSharedFile } from "./store/shared-file.ts";

/* global SHELL_VERSION, SHELL_FILES */
const SHELL = `shell-${SHELL_VERSION}`;
const PAGE = "/";
const worker = self as unknown as ServiceWorkerScope;

worker.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(SHELL);
      // Without the cookie: another person may open the cached page later. The app then asks who is signed in.
      await cache.addAll([...SHELL_FILES, PAGE].map((url) => new Request(url, { credentials: "omit", cache: "no-cache" })));
      await worker.skipWaiting();
    })(),
  );
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const oldNames = (await caches.keys()).filter((name) => name.startsWith("shell-") && name !== SHELL);
      await Promise.all(oldNames.map((name) => caches.delete(name)));
      await worker.clients.claim();
    })(),
  );
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method === "POST" && pathname === "/share" && origin === location.origin) event.respondWith(takeShared(request));
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate" && screenAt(pathname)) event.respondWith(fromCache(PAGE, request));
  else if (pathname.startsWith("/app/")) event.respondWith(fromCache(pathname, request));
});

/** Return the cached response of this name, or else fetch the request. */
async function fromCache(name: string, request: Request) {
  const cache = await caches.open(SHELL);
  return (await cache.match(name, { ignoreVary: true })) ?? fetch(request);
}

/**
 * Keep the shared PDF for an invoice, and open that. `share_target` in app.webmanifest names the field of the form.
 */
async function takeShared(request: Request) {
  const form = await request.formData().catch(() => null);
  const file = form?.get("document");
  if (file instanceof File) await keepSharedFile(file);
  return Response.redirect(file instanceof File ? "/invoice?shared=1" : PAGE, 303);
}

syncInBackground(worker);
