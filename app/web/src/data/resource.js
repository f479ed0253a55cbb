// Resources: what the portal answers to GET. A screen gets the last response from this device at once, then a fresh one, and
// another each minute and whenever the person returns to the page.
import { signal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { callApi, errorSentence } from "../api.js";
import { accountName, owner, owners, refreshSession, renewSession } from "../session.js";
import { lastResponse, saveResponse } from "../store/responses.js";

const FRESH_MS = 5_000; // the portal itself reads its agencies once a minute
const POLL_MS = 60_000;
const MAX_RETRY_S = 30;
/** @type {ResourceState} */
const EMPTY = { body: null, begunAt: 0, asOf: null, isOld: false, busy: true, problem: null, status: 0 };
const NO_RESOURCE = { ...EMPTY, busy: false };

class Resource {
  state = signal(EMPTY);
  begunAt = 0;
  readAt = 0;
  /** @type {Promise<void> | null} */
  running = null;
  /** @type {string | null} */
  #etag = null;
  #owner;
  #path;

  /**
   * @param {Owner} resourceOwner
   * @param {string} path below /api/contractor/
   */
  constructor(resourceOwner, path) {
    this.#owner = resourceOwner;
    this.#path = path;
  }

  /**
   * Read it from the portal, unless it is fresh or is being read. `isPrefetch`: nobody looks at it, so the portal need not ask
   * the agency.
   */
  refresh({ isPrefetch = false } = {}) {
    if (navigator.onLine && Date.now() - this.readAt < (isPrefetch ? POLL_MS : FRESH_MS)) return undefined;
    this.running ??= this.#read(isPrefetch).finally(() => {
      this.running = null;
    });
    return this.running;
  }

  /** @param {boolean} isPrefetch */
  async #read(isPrefetch) {
    if (!this.state.value.body) await this.#readFromDevice();
    this.#update({ busy: true });
    const begunAt = Date.now();
    this.begunAt = begunAt;
    /** @type {Record<string, string>} */
    const headers = this.#etag && this.state.value.body ? { "If-None-Match": this.#etag } : {};
    if (isPrefetch) headers["Portal-Prefetch"] = "1";
    const answer = await callApi(`contractor/${this.#path}`, { account: accountName(this.#owner), headers });
    const { status, body, offline } = answer;
    const asOf = isoOf(answer.headers.get("Last-Modified"));
    const fresh = { begunAt, asOf, isOld: false, busy: false, problem: null, status };
    if (status === 200 || status === 304) {
      this.readAt = Date.now();
      renewSession();
    }
    if (status === 200) {
      this.#etag = answer.headers.get("ETag");
      // Unless the session has ended meanwhile: its data is deleted then.
      if (owners.value[0]?.email === this.#owner.email) saveResponse(this.#owner, this.#path, body, this.#etag);
      this.#update({ ...fresh, body });
    } else if (status === 304) {
      this.#update(fresh);
    } else if (status === 409) {
      refreshSession(); // the person has lost this account: the session names the accounts that are left
      this.#update({ busy: false, problem: errorSentence(answer), status });
    } else if (status === 404) {
      this.#update({ body: null, busy: false, problem: errorSentence(answer), status });
    } else {
      const retryAfter = answer.problem?.retryAfter;
      if (!offline && retryAfter && !isPrefetch) setTimeout(() => this.refresh(), Math.min(retryAfter, MAX_RETRY_S) * 1_000);
      const busy = Boolean(!offline && retryAfter && !isPrefetch);
      this.#update({ isOld: Boolean(this.state.value.body), busy, problem: errorSentence(answer), status });
    }
  }

  async #readFromDevice() {
    const response = await lastResponse(this.#owner, this.#path);
    if (!response) return;
    this.#etag = response.etag ?? null;
    const asOf = response.body.asOf ?? new Date(response.readAt).toISOString();
    this.#update({ body: response.body, begunAt: response.readAt, asOf, isOld: true });
  }

  /** @param {Partial<ResourceState>} changes */
  #update(changes) {
    this.state.value = { ...this.state.value, ...changes };
  }
}

/** @type {Map<string, Resource>} */
const resources = new Map();
/** @type {Set<Resource[]>} */
const onScreen = new Set();

/**
 * Return the state of the resource at `path`. For null, return the state of an empty resource. `resourceOwner`: the account; the
 * default is that of this page.
 *
 * @template {ResourcePath} Path
 * @param {Path | null} path below /api/contractor/
 * @param {Owner | null} [resourceOwner]
 * @returns {ResourceState<BodyOf<Path>>}
 */
export const useResource = (path, resourceOwner = owner.value) =>
  useResources(path && resourceOwner ? [resourceOwner] : [], /** @type {Path} */ (path ?? "agency"))[0] ?? NO_RESOURCE;

/**
 * Return the states of the resources at `path` of several accounts, in the same order.
 *
 * @template {ResourcePath} Path
 * @param {Owner[]} resourceOwners
 * @param {Path} path below /api/contractor/
 * @returns {ResourceState<BodyOf<Path>>[]}
 */
export function useResources(resourceOwners, path) {
  const keys = resourceOwners.map((each) => keyOf(each, path)).join();
  // eslint-disable-next-line react-hooks/exhaustive-deps -- `keys` names them
  const shown = useMemo(() => resourceOwners.map((each) => resourceOf(each, path)), [keys]);
  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState === "visible") for (const resource of shown) resource.refresh();
    };
    refresh();
    onScreen.add(shown);
    const timer = setInterval(refresh, POLL_MS);
    const events = /** @type {const} */ ([[window, "online"], [window, "offline"], [document, "visibilitychange"]]);
    for (const [target, type] of events) target.addEventListener(type, refresh);
    return () => {
      onScreen.delete(shown);
      clearInterval(timer);
      for (const [target, type] of events) target.removeEventListener(type, refresh);
    };
  }, [shown]);
  return shown.map(({ state }) => state.value);
}

/**
 * Read resources that no screen shows, for later use without a network. Read one after the other, to leave the line free.
 *
 * @param {Owner[]} resourceOwners
 * @param {ResourcePath[]} paths
 */
export async function prefetch(resourceOwners, paths) {
  for (const each of resourceOwners) for (const path of paths) await resourceOf(each, path).refresh({ isPrefetch: true });
}

/** Read all resources on the screen again, because the person asks for it. Settle when they have been read. */
export const rereadShown = () =>
  Promise.all(
    [...onScreen].flat().map((resource) => {
      resource.readAt = 0;
      return resource.refresh();
    }),
  );

/**
 * Return when the reading of a resource began that screens show; 0 without one.
 *
 * @param {Owner} resourceOwner
 * @param {string} path
 */
export const readingBegunAt = (resourceOwner, path) => resourceOf(resourceOwner, path).state.value.begunAt;

/**
 * Read a resource again if a screen has shown it: it has changed at `since`. Settle when it has been read.
 *
 * @param {Owner} resourceOwner
 * @param {string} path
 * @param {number} since
 */
export async function invalidate(resourceOwner, path, since) {
  const resource = resources.get(keyOf(resourceOwner, path));
  await resource?.running; // its answer may be older than the change
  if (!resource || resource.begunAt > since) return;
  resource.readAt = 0;
  await resource.refresh();
}

/** Forget all resources: nobody is signed in, and another person may use this page next. */
export const clearResources = () => resources.clear();

/**
 * @param {Owner} resourceOwner
 * @param {string} path
 */
const keyOf = (resourceOwner, path) => `${resourceOwner.email} ${accountName(resourceOwner)} ${path}`;

/**
 * @param {Owner} resourceOwner
 * @param {string} path
 */
function resourceOf(resourceOwner, path) {
  const key = keyOf(resourceOwner, path);
  const resource = resources.get(key) ?? new Resource(resourceOwner, path);
  resources.set(key, resource);
  return resource;
}

/** @param {string | null} httpDate */
const isoOf = (httpDate) => (httpDate ? new Date(httpDate).toISOString() : null);
