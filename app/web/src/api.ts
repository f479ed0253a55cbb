// The only module that calls the portal's API. Pages and the service worker both use it.
import { problemOf } from "./problem.ts";

const TIMEOUT_MS = 40_000; // the portal answers within 25 s, and accepts an invoice within 55 s
const JSON_TYPE = "application/json";
const PROBLEM_TYPE = "application/problem+json"; // RFC 9457

let sessionListener: (answer: Answer, requestedAt: number, path: string) => void = (): void => {};

/**
 * Have `listener` called with each answer that describes the session (200) or says that nobody is signed in (401). It
 * also gets the time at which the request began (`performance.now()`), and the path of the request.
 */
export function onSession(listener: (answer: Answer, requestedAt: number, path: string) => void) {
  sessionListener = listener;
}

/**
 * Send a request to the API. Return its answer; never reject.
 *
 * `offline` is true, and the status is 0, if the portal did not answer: there was no network, the request timed out, or
 * a proxy answered. A proxy's 413 is kept, without a body: the proxy refuses files of this size. `path`: below /api/.
 */
export async function callApi(path: string, { method = "GET", body, account, headers = {}, timeoutMs = TIMEOUT_MS }: ApiOptions = {}): Promise<Answer> {
  const requestHeaders = new Headers({ Accept: `${PROBLEM_TYPE}, ${JSON_TYPE}`, ...headers });
  if (account) requestHeaders.set("Portal-Account", account);
  if (body && !(body instanceof FormData)) requestHeaders.set("Content-Type", JSON_TYPE);
  const requestedAt = performance.now();
  try {
    const response = await fetch(`/api/${path}`, {
      method,
      headers: requestHeaders,
      body: body instanceof FormData || !body ? body : JSON.stringify(body),
      // Only src/store keeps data on this device. Signing out deletes it there.
      cache: "no-store",
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    const { status, headers: responseHeaders } = response;
    const contentType = responseHeaders.get("Content-Type") ?? "";
    const isJson = [JSON_TYPE, PROBLEM_TYPE].some((each) => contentType.startsWith(each));
    const json = isJson ? await response.json().catch(() => null) : null;
    const problem = status >= 400 ? problemOf(status, json, responseHeaders) : null;
    if (!isFromPortal(status, json, responseHeaders, problem)) return status === 413 ? proxyRefusal() : noAnswer();
    const answer = { status, body: json, headers: responseHeaders, problem, offline: false };
    if (status === 401 ? isUnauthenticated(problem) : status === 200 && path === "session") sessionListener(answer, requestedAt, path);
    return answer;
  } catch {
    return noAnswer();
  }
}

/** Return whether a 401 says that nobody is signed in. It may also be about a code. */
const isUnauthenticated = (problem: Problem | null) => !problem?.type || problem.type === "unauthenticated";

/**
 * Return whether the portal itself answered. Each of its answers names the request, and each of its errors has one of
 * two shapes. Proxies and login pages of foreign networks answer in other shapes, sometimes in JSON.
 */
function isFromPortal(status: number, body: Json, headers: Headers, problem: Problem | null) {
  if (!headers.get("X-Request-ID")) return false;
  if (status >= 400) return problem !== null;
  return body !== null || status === 204 || status === 304;
}

const proxyRefusal = () => ({ ...noAnswer(), status: 413, offline: false });
const noAnswer = () => ({ status: 0, body: null, headers: new Headers(), problem: null, offline: true });

export const UNREACHED = "The portal cannot be reached just now. Please check your connection and try again.";

/** Return one sentence about a failed request: the portal's own sentence if there is one. */
export const errorSentence = ({ offline, problem }: Pick<Answer, "offline" | "problem">): string =>
  offline ? UNREACHED : (problem?.sentence ?? "Something went wrong. Please try again in a minute.");
