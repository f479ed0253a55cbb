// Resources: what the portal answers to GET. A screen gets the last response from this device at once, then a fresh one, and
// another each minute and whenever the person returns to the page.
import { signal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { callApi, errorSentence } from "../api.ts";
import { accountName, owner, owners, refreshSession, renewSession } from "../session.ts";
import { lastResponse, saveResponse } from "../store/responses.ts";

const FRESH_MS = 5_000; // the portal itself reads its agencies once a minute
const POLL_MS = 60_000;
const MAX_RETRY_S = 30;
const EMPTY: ResourceState = { body: null, begunAt: 0, asOf: null, isOld: false, busy: true, problem: null, status: 0 };
const NO_RESOURCE = { ...EMPTY, busy: false };

class Resource {
  state = signal(EMPTY);
  begunAt = 0;
  readAt = 0;
  running: Promise<void> | null = null;
  #etag: string | null = null;
  #owner;
  #path;

  /** `path`: below /api/contractor/. */
  constructor(resourceOwner: Owner, path: string) {
    this.#owner = resourceOwner;
    this.#path = path;
  }

  /**
   * Read it from the portal, unless it is fresh or is being read. `isPrefetch`: nobody looks at it, so the portal need
   * not ask the agency.
   */
  refresh({ isPrefetch = false } = {}) {
    if (navigator.onLine && Date.now() - this.readAt < (isPrefetch ? POLL_MS : FRESH_MS)) return undefined;
    this.running ??= this.#read(isPrefetch).finally(() => {
      this.running = null;
    });
    return this.running;
  }

  async #read(isPrefetch: boolean) {
    if (!this.state.value.body) await this.#readFromDevice();
    this.#update({ busy: true });
    const begunAt = Date.now();
    this.begunAt = begunAt;
    const headers: Record<string, string> = this.#etag && this.state.value.body ? { "If-None-Match": this.#etag } : {};
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

  #update(changes: Partial<ResourceState>) {
    this.state.value = { ...this.state.value, ...changes };
  }
}

const resources: Map<string, Resource> = new Map();
const onScreen: Set<Resource[]> = new Set();

/**
 * Return the state of the resource at `path`. For null, return the state of an empty resource. `resourceOwner`: the
 * account; the default is that of this page. `path`: below /api/contractor/.
 */
export const useResource = <Path extends ResourcePath>(path: Path | null, resourceOwner: Owner | null = owner.value): ResourceState<BodyOf<Path>> =>
  useResources(path && resourceOwner ? [resourceOwner] : [], (path ?? "agency") as Path)[0] ?? NO_RESOURCE;

/**
 * Return the states of the resources at `path` of several accounts, in the same order. `path`: below /api/contractor/.
 */
export function useResources<Path extends ResourcePath>(resourceOwners: Owner[], path: Path): ResourceState<BodyOf<Path>>[] {
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
    const events = [[window, "online"], [window, "offline"], [document, "visibilitychange"]] as const;
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
 * Read resources that no screen shows, for later use without a network. Read one after the other, to leave the line
 * free.
 */
export async function prefetch(resourceOwners: Owner[], paths: ResourcePath[]) {
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

/** Return when the reading of a resource began that screens show; 0 without one. */
export const readingBegunAt = (resourceOwner: Owner, path: string) => resourceOf(resourceOwner, path).state.value.begunAt;

/** Read a resource again if a screen has shown it: it has changed at `since`. Settle when it has been read. */
export async function invalidate(resourceOwner: Owner, path: string, since: number) {
  const resource = resources.get(keyOf(resourceOwner, path));
  await resource?.running; // its answer may be older than the change
  if (!resource || resource.begunAt > since) return;
  resource.readAt = 0;
  await resource.refresh();
}

/** Forget all resources: nobody is signed in, and another person may use this page next. */
export const clearResources = () => resources.clear();

const keyOf = (resourceOwner: Owner, path: string) => `${resourceOwner.email} ${accountName(resourceOwner)} ${path}`;

function resourceOf(resourceOwner: Owner, path: string) {
  const key = keyOf(resourceOwner, path);
  const resource = resources.get(key) ?? new Resource(resourceOwner, path);
  resources.set(key, resource);
  return resource;
}

const isoOf = (httpDate: string | null) => (httpDate ? new Date(httpDate).toISOString() : null);
