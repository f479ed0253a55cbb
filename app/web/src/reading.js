// What the portal answers to GET, for screens: at once from this device, then fresh, then again whenever somebody looks.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { ask, why } from "./api.js";
import { look, nameOf, owner } from "./session.js";
import { keep, kept } from "./store/answers.js";

const FRESH_MS = 5_000; // the portal itself reads its agencies once a minute
const LONGEST_WAIT_S = 30;
const EMPTY = { body: null, begunAt: 0, asOf: null, isOld: false, busy: true, problem: null, status: 0 };
const NOTHING = signal({ ...EMPTY, busy: false });
const known = new Map();

/**
 * A signal of what `path` (below /api/contractor/) answers for the account of this tab, of nothing for null:
 * {body, begunAt, asOf, isOld, busy, problem, status}. `begunAt`: when this device began to read it (milliseconds);
 * `asOf`: when it was read from the agency, or null; `isOld`: it was kept on this device, for the portal could not be
 * reached; `problem`: a sentence where nothing could be got.
 */
export function useReading(path) {
  const whose = owner.value;
  const reading = path ? readingOf(whose, path) : NOTHING;
  useEffect(() => {
    if (!path) return undefined;
    const again = () => document.visibilityState === "visible" && refresh(whose, path);
    again();
    const moments = [[window, "online"], [window, "offline"], [document, "visibilitychange"]];
    for (const [where, name] of moments) where.addEventListener(name, again);
    return () => {
      for (const [where, name] of moments) where.removeEventListener(name, again);
    };
  }, [reading]);
  return reading;
}

/** Read a path again now, if anybody has looked at it: something has changed there at `since` (milliseconds). */
export async function outdate(path, since) {
  const whose = owner.value;
  const reading = whose && known.get(keyOf(whose, path));
  await reading?.running; // what it is answered may be of before
  if (!reading || reading.begunAt > since) return;
  reading.readAt = 0;
  refresh(whose, path);
}

/** Forget all: somebody else may look now. */
export const forgetReadings = () => known.clear();

const keyOf = (whose, path) => `${whose.email} ${nameOf(whose)} ${path}`;

function readingOf(whose, path) {
  const key = keyOf(whose, path);
  if (!known.has(key)) {
    const reading = signal(EMPTY);
    known.set(key, Object.assign(reading, { etag: null, begunAt: 0, readAt: 0, running: null }));
  }
  return known.get(key);
}

function refresh(whose, path) {
  const reading = readingOf(whose, path);
  if (navigator.onLine && Date.now() - reading.readAt < FRESH_MS) return;
  reading.running ??= read(whose, path, reading).finally(() => {
    reading.running = null;
  });
}

async function read(whose, path, reading) {
  const show = (changes) => {
    reading.value = { ...reading.value, ...changes };
  };
  if (!reading.value.body) {
    const last = await kept(whose, path);
    if (last) {
      reading.etag = last.etag ?? null;
      show({ body: last.body, begunAt: last.readAt, asOf: last.body.asOf ?? new Date(last.readAt).toISOString(), isOld: true });
    }
  }
  show({ busy: true });
  const begunAt = Date.now();
  reading.begunAt = begunAt;
  const headers = reading.etag && reading.value.body ? { "If-None-Match": reading.etag } : {};
  const answer = await ask(`contractor/${path}`, { account: nameOf(whose), headers });
  const { status, body, offline } = answer;
  const good = { begunAt, asOf: isoOf(answer.headers.get("Last-Modified")), isOld: false, busy: false, problem: null, status };
  if (status === 200 || status === 304) reading.readAt = Date.now();
  if (status === 200) {
    reading.etag = answer.headers.get("ETag");
    keep(whose, path, body, reading.etag);
    show({ ...good, body });
  } else if (status === 304) {
    show(good);
  } else if (status === 409) {
    look(); // this account is not theirs any more: the session says which are, and this one only if it is again
    show({ busy: false, problem: why(answer), status });
  } else if (status === 404) {
    show({ body: null, busy: false, problem: why(answer), status });
  } else {
    const wait = Number(answer.headers.get("Retry-After"));
    if (!offline && wait) setTimeout(() => refresh(whose, path), Math.min(wait, LONGEST_WAIT_S) * 1_000);
    show({ isOld: Boolean(reading.value.body), busy: Boolean(!offline && wait), problem: why(answer), status });
  }
}

const isoOf = (httpDate) => (httpDate ? new Date(httpDate).toISOString() : null);
