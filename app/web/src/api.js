// The one place that asks the portal's API. Pages and the service worker use it alike.

const TIMEOUT_MS = 40_000; // the portal itself answers within 25 s, but for an invoice (55 s)
const JSON_TYPE = "application/json";

let told = () => {};

/**
 * Have `listener` called whenever the API says that nobody is signed in (any more), with the moment at which it was asked
 * (`performance.now()`).
 */
export function onUnauthenticated(listener) {
  told = listener;
}

/**
 * What came back: {status, body, headers, offline}. `body` is what the JSON says, or null; `offline` is true, and
 * status 0, where no answer of the portal came: no network, a time-out, or an answer of something before it. Of those,
 * one says something: 413, without a body here, is a proxy that takes nothing of this size.
 *
 * @param {string} path below /api/
 * @param {{method?: string, body?: object | FormData, account?: string, headers?: Record<string, string>}} [options]
 *   `account`, as acme/CON-1001: which of this person's accounts it is for.
 */
export async function ask(path, { method = "GET", body, account, headers = {}, timeoutMs = TIMEOUT_MS } = {}) {
  const form = body instanceof FormData;
  const sent = new Headers(headers);
  if (account) sent.set("Portal-Account", account);
  if (body && !form) sent.set("Content-Type", JSON_TYPE);
  const askedAt = performance.now();
  try {
    const answer = await fetch(`/api/${path}`, {
      method,
      headers: sent,
      body: form || !body ? body : JSON.stringify(body),
      // What is kept on this device is kept in one place, which is wiped at sign-out: src/store.
      cache: "no-store",
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    const { status, headers: received } = answer;
    const json = received.get("Content-Type")?.startsWith(JSON_TYPE) ?? false;
    const said = json ? await answer.json().catch(() => null) : null;
    if (!isPortals(status, said, received)) return status === 413 ? tooLarge() : nothing();
    if (status === 401) told(askedAt);
    return { status, body: said, headers: received, offline: false };
  } catch {
    return nothing();
  }
}

/**
 * Return true for an answer of the portal itself: each of them names the request, and each of its failures is
 * {"error": "one sentence"}. Proxies and login pages of foreign networks have other shapes, JSON among them.
 */
function isPortals(status, body, headers) {
  if (!headers.get("X-Request-ID")) return false;
  if (status >= 400) return typeof body?.error === "string";
  return body !== null || status === 204 || status === 304;
}

const tooLarge = () => ({ ...nothing(), status: 413, offline: false });
const nothing = () => ({ status: 0, body: null, headers: new Headers(), offline: true });

const UNREACHED = "The portal cannot be reached just now. Please check your connection and try again.";

/** One sentence about an answer that is none of the good ones, in the portal's own words where it has some. */
export const why = ({ offline, body }) => (offline ? UNREACHED : (body?.error ?? "Something went wrong. Please try again in a minute."));
