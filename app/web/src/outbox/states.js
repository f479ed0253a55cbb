// The states of an item of the outbox, and the transitions between them. Nothing here uses the network, the clock or a
// database.
//
//   added ──▶ waiting ──▶ sending ──▶ done
//                ▲  ▲         │  ├──▶ checking ──▶ done, refused, review, or unknown
//                │  └─ retry ─┘  ├──▶ review ────▶ done, refused, or unknown
//                │               └──▶ refused, only by an answer of the portal
//                ├──── edited, or sent again ──┘
//                └──── sent again by the person, after a look at the job ── unknown: it may have arrived
//
// The fields of an item (`Item` in ../types.d.ts):
//   document      the name and size of its document; the bytes are stored apart
//   key           its idempotency key
//   sentAt        since when the portal may have it under this key; null while the portal certainly does not
//   heldUntil     it is not sent before this time, because it is being edited or can still be undone
//   attempt       the id of its last sending
//   receivedAt    when the portal accepted it, by the portal's clock, if it said so
//   promised      the portal has accepted it and is going to send it
//   asks          "duplicate": the person has to say whether a second invoice is meant; "document": its document could not
//                 be read; "size": a proxy found it too large
//   faults        what the portal found wrong with each field of a refused item
//   ended         how a refused item ended at the portal ("rejected", "expired", "abandoned"), else null
//   way           the stages it has reached since it left this phone, each with its time
import { fieldFaults } from "../problem.js";

const FAILED = ["rejected", "expired", "abandoned"];
/** The milliseconds that a completion stays on this phone and can be undone. */
export const UNDO_MS = 10_000;
const KEY_LIFETIME_MS = 6 * 24 * 3600_000; // the portal keeps a key for seven days; a day is left for wrong clocks
const FIRST_DELAY_MS = 2_000;
const MAX_DELAY_MS = 300_000;
const MAX_CHECK_DELAY_MS = 60_000;
const TOO_LARGE_DELAY_S = 600; // each try costs the person the whole document
const MAX_TOO_LARGE_DELAY_MS = 3600_000;
const EDITING_MS = 600_000;
const MAX_PLAUSIBLE_DELAY_MS = 24 * 3600_000; // a longer delay means that the clock was set back
const MAX_IN_PROGRESS_DELAY_MS = 10_000; // an earlier request for the same item is about to end
const DOCUMENT_FIELD = /^document: /; // the portal's name for the field
const FINAL_STATUSES = [400, 404, 405, 413, 415, 422];

const MAY_HAVE_ARRIVED = "It may have arrived. It is sent again, and the portal knows it for the same.";
const TOO_LARGE =
  "Your agency's portal does not take files of this size at the moment. It stays on this phone, and is tried again " +
  "every hour. A smaller PDF may go through.";
const UNREADABLE = "Its PDF cannot be read just now. It stays on this phone, and is tried again when you open the portal next.";
const ATTACH_AGAIN = " If that does not help, attach the PDF again.";
const NOT_FOUND = "The portal cannot tell any more what became of it. Please look at the job before you send it again.";
const KEPT_TOO_LONG = "It may have arrived a week ago. Please look at the job: if it is not there, send it again.";

/**
 * Return whether the agency has still to get it.
 *
 * @param {Pick<Item, "state">} item
 */
export const isUnsent = ({ state }) => state !== "done";

/**
 * Return whether the portal has taken it over. This phone then only requests its status.
 *
 * @param {Pick<Item, "state">} item
 */
export const isTracked = ({ state }) => ["checking", "review"].includes(state);

/**
 * Return whether the portal has accepted it and is going to send it.
 *
 * @param {Pick<Item, "state"> & Partial<ItemFields>} item
 */
export const isAccepted = ({ state, promised }) => state === "checking" && Boolean(promised);

/**
 * Return whether only this phone has it, as far as is known.
 *
 * @param {Pick<Item, "state">} item
 */
export const isOnlyOnPhone = (item) => isUnsent(item) && !isTracked(item);

/**
 * Return whether it can be edited: nothing else has it.
 *
 * @param {Pick<Item, "state" | "sentAt">} item
 */
export const canEdit = ({ state, sentAt }) => state === "refused" || (state === "waiting" && sentAt === null);

/**
 * Return the changes that hold an item while the person edits it, or undefined if it cannot be edited.
 *
 * @param {Item} item
 * @param {number} now
 */
export const holdForEditing = (item, now) => (canEdit(item) ? { heldUntil: now + EDITING_MS } : undefined);

/**
 * Return whether it can be deleted.
 *
 * @param {Item} item
 */
export const canRemove = (item) => item.state !== "sending" && !isTracked(item);

/**
 * Return whether the person can take it back: the portal certainly does not have it.
 *
 * @param {Pick<Item, "kind" | "state" | "sentAt">} item
 */
export const canTakeBack = ({ kind, state, sentAt }) => kind === "completion" && state === "waiting" && sentAt === null;

/**
 * Return whether it is held for its *Undo* at `now`.
 *
 * @param {Item} item
 * @param {number} now
 */
export const isHeld = (item, now) => canTakeBack(item) && item.heldUntil > now;

/**
 * Return whether it may have reached the agency without an answer. A person who deletes it should know that.
 *
 * @param {Pick<Item, "state"> & Partial<ItemFields>} item
 */
export const mayHaveArrived = ({ state, sentAt }) => state === "unknown" || (state === "waiting" && sentAt !== null);

/**
 * Return whether the person has to decide how it goes on.
 *
 * @param {Pick<Item, "state">} item
 */
export const needsAction = ({ state }) => ["refused", "unknown"].includes(state);

/**
 * Return the stage of an item on its way to the agency, or null while it is on this phone.
 *
 * @param {Item} item
 * @returns {Stage | null}
 */
function stageOf(item) {
  if (item.state === "waiting") return null;
  if (item.state === "unknown") return "review";
  return item.state === "checking" && isAccepted(item) ? "accepted" : item.state;
}

/**
 * Return the way of a changed item. It begins anew when the item is back on this phone.
 *
 * @param {Pick<Item, "way">} before
 * @param {Item} after
 * @param {number} now
 * @returns {Item["way"]}
 */
export function wayOf({ way = [] }, after, now) {
  const stage = stageOf(after);
  if (!stage) return [];
  return way.at(-1)?.stage === stage ? way : [...way, { stage, at: now }];
}

/**
 * Return whether it needs the person: it was refused, it has expired, or only the agency can say whether it arrived.
 *
 * @param {Pick<Item, "state">} item
 */
export const needsPerson = (item) => needsAction(item) || item.state === "review";

/**
 * Return a new item.
 *
 * @param {ItemContent & {jobId?: string | null, about?: string, document: NewItem["document"]}} draft
 * @param {number} now
 */
export const newItem = ({ kind, jobId, about, content, document }, now) =>
  /** @type {NewItem} */ ({
    kind,
    jobId: jobId ?? null,
    about: about ?? "",
    addedAt: now,
    ...resubmission({ content, document }),
    heldUntil: kind === "completion" && content.completed ? now + UNDO_MS : 0,
  });

/**
 * Return the changes that make an item a new submission: it gets a new key and has not been sent.
 *
 * @param {ItemChanges} changes
 */
export const resubmission = (changes) => ({
  ...changes,
  key: crypto.randomUUID(),
  duplicate: changes.duplicate ?? false,
  ...UNSENT,
});
/** @type {ItemChanges} */
const UNSENT = {
  state: "waiting",
  sentence: null,
  sentAt: null,
  doneAt: null,
  tries: 0,
  nextAt: 0,
  heldUntil: 0,
  attempt: null,
  submissionId: null,
  receivedAt: null,
  promised: false,
  officeAsked: false,
  asks: null,
  ended: null,
  faults: null,
  result: null,
};

/**
 * Return the items that can be sent or checked at `now`: of each job the first that waits, and all whose status is to be
 * requested. Items with a document come last.
 *
 * @param {Item[]} items
 * @param {number} now
 */
export function dueItems(items, now) {
  return candidates(items)
    .filter((item) => readyAt(item) <= now || readyAt(item) > now + MAX_PLAUSIBLE_DELAY_MS)
    .sort((first, second) => Number(Boolean(first.document)) - Number(Boolean(second.document)) || first.id - second.id);
}

/**
 * Return when there is something to do next, or null.
 *
 * @param {Item[]} items
 */
export function nextDueAt(items) {
  const times = candidates(items).map(readyAt);
  return times.length ? Math.min(...times) : null;
}

/** @param {Item} item */
const readyAt = ({ nextAt, heldUntil = 0 }) => Math.max(nextAt, heldUntil);

/** @param {Item[]} items */
function candidates(items) {
  const lanes = new Set();
  return items.filter((item) => {
    if (isTracked(item)) return true; // the portal keeps the order of accepted items
    if (!["waiting", "sending"].includes(item.state)) return false;
    if (item.state === "waiting" && item.asks) return true; // it may wait for long, so nothing waits behind it
    const lane = item.jobId ?? `statement ${"statementId" in item.content ? item.content.statementId : undefined}`;
    const isFirst = !lanes.has(lane);
    lanes.add(lane);
    return isFirst && item.state === "waiting";
  });
}

/**
 * Return the changes of an item that is sent now. It becomes unknown instead if the portal may have deleted its key.
 *
 * @param {Item} item
 * @param {number} now
 * @returns {ItemChanges}
 */
export function startSending(item, now) {
  if (isKeyExpired(item, now)) return unknown(KEPT_TOO_LONG);
  return { state: "sending", sentAt: item.sentAt ?? now, attempt: crypto.randomUUID(), sentence: null, asks: null };
}

/**
 * Return the changes of an item whose document cannot be read. The next visit may be able to read it.
 *
 * @param {Item} item
 * @param {number} now
 * @param {() => number} [random]
 */
export function documentUnreadable(item, now, random = Math.random) {
  if (isKeyExpired(item, now)) return unknown(KEPT_TOO_LONG);
  const sentence = canEdit(item) ? UNREADABLE + ATTACH_AGAIN : UNREADABLE;
  return retry(item, null, now, random, { sentence, asks: "document" }, MAX_CHECK_DELAY_MS);
}

/**
 * @param {Item} item
 * @param {number} now
 */
const isKeyExpired = ({ sentAt }, now) => sentAt !== null && now - sentAt > KEY_LIFETIME_MS;

/**
 * Return the changes of an item that a closed tab left as `sending`: it may have arrived.
 *
 * @returns {ItemChanges}
 */
export const interruptedSending = () => ({ state: "waiting", sentence: MAY_HAVE_ARRIVED, nextAt: 0 });

/**
 * Return the changes of an item after it was sent. `item` is as it was before.
 *
 * @param {Item} item
 * @param {Answer} answer
 * @param {number} now
 * @param {() => number} [random]
 * @returns {ItemChanges}
 */
export function afterSending(item, answer, now, random = Math.random) {
  const { status, body, headers, problem, offline } = answer;
  const possiblySent = { sentAt: item.sentAt ?? now };
  /** @type {string | null} */
  const sentence = problem?.sentence.replace(DOCUMENT_FIELD, "") ?? null;
  if (offline) return retry(item, null, now, random, { ...possiblySent, sentence: MAY_HAVE_ARRIVED }, MAX_CHECK_DELAY_MS);
  if (status === 413 && !body) {
    const changes = /** @type {ItemChanges} */ ({ sentAt: item.sentAt, sentence: TOO_LARGE, asks: "size" });
    return retry(item, TOO_LARGE_DELAY_S, now, random, changes, MAX_TOO_LARGE_DELAY_MS);
  }
  const { type = null, submissionState: outcome = null, retryAfter: delay = null } = problem ?? {};
  const location = headers.get("Location");
  if (status === 200 || status === 201) return done(item, body, now);
  if (status === 202) return tracked(body, body.submissionId, body.message, now);
  if (outcome === "rejected") return refused(sentence, { ended: outcome });
  // An earlier request is still in progress. It may fail and be forgotten, so the next try asks how it ended.
  if (type === "in-progress") return retry(item, delay, now, random, { ...possiblySent, sentence }, MAX_IN_PROGRESS_DELAY_MS);
  if (location) return tracked({ state: outcome }, location.split("/").at(-1) ?? "", sentence, now);
  if (outcome === "not-sent") return retry(item, delay, now, random, { sentAt: null, sentence });
  // A problem without a type is from a portal behind a proxy that removes `Accept`. Its only other 409 is about an invoice.
  const isDuplicate = type === "duplicate-invoice" || (type === null && item.kind === "invoice");
  if (status === 409) return refused(sentence, { asks: isDuplicate ? "duplicate" : null });
  if (FINAL_STATUSES.includes(status)) return refused(sentence, { faults: fieldFaults(answer) });
  return retry(item, delay, now, random, { ...(status >= 500 ? possiblySent : { sentAt: item.sentAt }), sentence });
}

/**
 * Return the changes of a tracked item after its status was requested.
 *
 * @param {Item} item
 * @param {Answer} answer
 * @param {number} now
 * @param {() => number} [random]
 * @returns {ItemChanges}
 */
export function afterStatusCheck(item, { status, body, offline }, now, random = Math.random) {
  if (status === 404) return unknown(NOT_FOUND);
  if (offline || status !== 200) return checkLater(item, item, now, random);
  if (body.state === "confirmed") return done(item, body.result, now);
  if (FAILED.includes(body.state)) return refused(body.message, { ended: body.state });
  return checkLater(item, { ...trackedState(body), sentence: body.message }, now, random);
}

/**
 * @param {Item} item
 * @param {Json} result
 * @param {number} now
 * @returns {ItemChanges}
 */
const done = ({ kind }, result, now) => ({
  state: "done",
  doneAt: now,
  sentence: null,
  result: kind === "completion" ? jobStateOf(result) : result,
});

// The rest of the job is requested again anyway.
/** @param {Job | null} job */
const jobStateOf = (job) => job && { status: job.status, completed: job.completed, completedAt: job.completedAt };

/**
 * @param {string | null} sentence
 * @param {Partial<Pick<Item, "asks" | "ended" | "faults">>} [reason]
 * @returns {ItemChanges}
 */
const refused = (sentence, { asks = null, ended = null, faults = null } = {}) => ({
  state: "refused",
  sentence,
  asks,
  ended,
  faults,
  sentAt: null,
});

/**
 * @param {string} sentence
 * @returns {ItemChanges}
 */
const unknown = (sentence) => ({ state: "unknown", sentence, asks: null });

/**
 * @param {Submission} submission
 * @returns {Pick<Item, "state" | "promised" | "officeAsked">}
 */
const trackedState = ({ state, officeAsked = false }) => ({
  state: state === "review" ? "review" : "checking",
  promised: ["waiting", "sending"].includes(state ?? ""),
  officeAsked,
});

/**
 * @param {Submission} submission
 * @param {string} submissionId
 * @param {string | null} sentence
 * @param {number} now
 * @returns {ItemChanges}
 */
const tracked = (submission, submissionId, sentence, now) => ({
  ...trackedState(submission),
  submissionId,
  receivedAt: submission.createdAt ?? null,
  sentence,
  tries: 0,
  nextAt: now + FIRST_DELAY_MS,
});

/**
 * @param {Item} item
 * @param {number | null} retryAfter in seconds
 * @param {number} now
 * @param {() => number} random
 * @param {ItemChanges} changes
 * @returns {ItemChanges}
 */
function retry(item, retryAfter, now, random, changes, maxDelay = MAX_DELAY_MS) {
  const delay = Math.max((retryAfter ?? 0) * 1000, retryDelay(item.tries, maxDelay, random));
  return { ...changes, state: "waiting", tries: item.tries + 1, nextAt: now + delay };
}

/**
 * @param {Item} item
 * @param {Pick<Item, "state" | "promised" | "officeAsked" | "sentence">} changes
 * @param {number} now
 * @param {() => number} random
 * @returns {ItemChanges}
 */
function checkLater({ tries }, { state, promised, officeAsked, sentence }, now, random) {
  const maxDelay = state === "review" ? MAX_DELAY_MS : MAX_CHECK_DELAY_MS; // people need more time
  return { state, promised, officeAsked, sentence, tries: tries + 1, nextAt: now + retryDelay(tries, maxDelay, random) };
}

/**
 * Return the milliseconds until the next try. They double with each try, and vary at random between phones.
 *
 * @param {number} tries
 * @param {number} maxDelay
 * @param {() => number} [random]
 */
export const retryDelay = (tries, maxDelay, random = Math.random) =>
  Math.min(maxDelay, FIRST_DELAY_MS * 2 ** Math.min(tries, 20)) * (0.5 + random() / 2);
