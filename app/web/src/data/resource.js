// Resources: what the portal answers to GET. A screen gets the last response from this device at once, then a fresh one,
// and another whenever the person returns to the page.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { callApi, errorSentence } from "../api.js";
import { accountName, owner, refreshSession, renewSession } from "../session.js";
import { lastResponse, saveResponse } from "../store/responses.js";

const FRESH_MS = 5_000; // the portal itself reads its agencies once a minute
const MAX_RETRY_S = 30;
/** @type {ResourceState} */
const EMPTY = { body: null, begunAt: 0, asOf: null, isOld: false, busy: true, problem: null, status: 0 };
const NO_RESOURCE = signal({ ...EMPTY, busy: false });

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

  /** Read it from the portal, unless it is fresh or is being read. */
  refresh() {
    if (navigator.onLine && Date.now() - this.readAt < FRESH_MS) return;
    this.running ??= this.#read().finally(() => {
      this.running = null;
    });
  }

  async #read() {
    if (!this.state.value.body) await this.#readFromDevice();
    this.#update({ busy: true });
    const begunAt = Date.now();
    this.begunAt = begunAt;
    /** @type {Record<string, string>} */
    const headers = this.#etag && this.state.value.body ? { "If-None-Match": this.#etag } : {};
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
      if (owner.value?.email === this.#owner.email) saveResponse(this.#owner, this.#path, body, this.#etag);
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
      if (!offline && retryAfter) setTimeout(() => this.refresh(), Math.min(retryAfter, MAX_RETRY_S) * 1_000);
      const busy = Boolean(!offline && retryAfter);
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

/**
 * Return a signal of the resource at `path` for the account of this tab. For null, return the signal of an empty resource.
 *
 * @template {ResourcePath} Path
 * @param {Path | null} path below /api/contractor/
 */
export function useResource(path) {
  const resource = path ? resourceOf(/** @type {Owner} */ (owner.value), path) : null;
  useEffect(() => {
    if (!resource) return undefined;
    const refresh = () => document.visibilityState === "visible" && resource.refresh();
    refresh();
    const events = /** @type {const} */ ([[window, "online"], [window, "offline"], [document, "visibilitychange"]]);
    for (const [target, type] of events) target.addEventListener(type, refresh);
    return () => {
      for (const [target, type] of events) target.removeEventListener(type, refresh);
    };
  }, [resource]);
  return /** @type {Signal<ResourceState<BodyOf<Path>>>} */ (resource?.state ?? NO_RESOURCE);
}

/**
 * Read a resource again if a screen has shown it: it has changed at `since`.
 *
 * @param {string} path
 * @param {number} since
 */
export async function invalidate(path, since) {
  const resource = owner.value && resources.get(keyOf(owner.value, path));
  await resource?.running; // its answer may be older than the change
  if (!resource || resource.begunAt > since) return;
  resource.readAt = 0;
  resource.refresh();
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
