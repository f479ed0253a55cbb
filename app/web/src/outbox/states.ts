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
import { fieldFaults } from "../problem.ts";

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

/** Return whether the agency has still to get it. */
export const isUnsent = ({ state }: Pick<Item, "state">) => state !== "done";

/** Return whether the portal has taken it over. This phone then only requests its status. */
export const isTracked = ({ state }: Pick<Item, "state">) => ["checking", "review"].includes(state);

/** Return whether the portal has accepted it and is going to send it. */
export const isAccepted = ({ state, promised }: Pick<Item, "state"> & Partial<ItemFields>) => state === "checking" && Boolean(promised);

/** Return whether only this phone has it, as far as is known. */
export const isOnlyOnPhone = (item: Pick<Item, "state">) => isUnsent(item) && !isTracked(item);

/** Return whether it can be edited: nothing else has it. */
export const canEdit = ({ state, sentAt }: Pick<Item, "state" | "sentAt">) => state === "refused" || (state === "waiting" && sentAt === null);

/** Return the changes that hold an item while the person edits it, or undefined if it cannot be edited. */
export const holdForEditing = (item: Item, now: number) => (canEdit(item) ? { heldUntil: now + EDITING_MS } : undefined);

/** Return whether it can be deleted. */
export const canRemove = (item: Item) => item.state !== "sending" && !isTracked(item);

/** Return whether the person can take it back: the portal certainly does not have it. */
export const canTakeBack = ({ kind, state, sentAt }: Pick<Item, "kind" | "state" | "sentAt">) => kind === "completion" && state === "waiting" && sentAt === null;

/** Return whether it is held for its *Undo* at `now`. */
export const isHeld = (item: Item, now: number) => canTakeBack(item) && item.heldUntil > now;

/** Return whether it may have reached the agency without an answer. A person who deletes it should know that. */
export const mayHaveArrived = ({ state, sentAt }: Pick<Item, "state"> & Partial<ItemFields>) => state === "unknown" || (state === "waiting" && sentAt !== null);

/** Return whether the person has to decide how it goes on. */
export const needsAction = ({ state }: Pick<Item, "state">) => ["refused", "unknown"].includes(state);

/** Return the stage of an item on its way to the agency, or null while it is on this phone. */
function stageOf(item: Item): Stage | null {
  if (item.state === "waiting") return null;
  if (item.state === "unknown") return "review";
  return item.state === "checking" && isAccepted(item) ? "accepted" : item.state;
}

/** Return the way of a changed item. It begins anew when the item is back on this phone. */
export function wayOf({ way = [] }: Pick<Item, "way">, after: Item, now: number): Item["way"] {
  const stage = stageOf(after);
  if (!stage) return [];
  return way.at(-1)?.stage === stage ? way : [...way, { stage, at: now }];
}

/**
 * Return whether it needs the person: it was refused, it has expired, or only the agency can say whether it arrived.
 */
export const needsPerson = (item: Pick<Item, "state">) => needsAction(item) || item.state === "review";

/** Return a new item. */
export const newItem = ({ kind, jobId, about, content, document }: ItemContent & {jobId?: string | null, about?: string, document: NewItem["document"]}, now: number) =>
  ({
    kind,
    jobId: jobId ?? null,
    about: about ?? "",
    addedAt: now,
    ...resubmission({ content, document }),
    heldUntil: kind === "completion" && content.completed ? now + UNDO_MS : 0,
  } as NewItem);

/** Return the changes that make an item a new submission: it gets a new key and has not been sent. */
export const resubmission = (changes: ItemChanges) => ({
  ...changes,
  key: crypto.randomUUID(),
  duplicate: changes.duplicate ?? false,
  ...UNSENT,
});
const UNSENT: ItemChanges = {
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
 * Return the items that can be sent or checked at `now`: of each job the first that waits, and all whose status is to
 * be requested. Items with a document come last.
 */
export function dueItems(items: Item[], now: number) {
  return candidates(items)
    .filter((item) => readyAt(item) <= now || readyAt(item) > now + MAX_PLAUSIBLE_DELAY_MS)
    .sort((first, second) => Number(Boolean(first.document)) - Number(Boolean(second.document)) || first.id - second.id);
}

/** Return when there is something to do next, or null. */
export function nextDueAt(items: Item[]) {
  const times = candidates(items).map(readyAt);
  return times.length ? Math.min(...times) : null;
}

const readyAt = ({ nextAt, heldUntil = 0 }: Item) => Math.max(nextAt, heldUntil);

function candidates(items: Item[]) {
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
 */
export function startSending(item: Item, now: number): ItemChanges {
  if (isKeyExpired(item, now)) return unknown(KEPT_TOO_LONG);
  return { state: "sending", sentAt: item.sentAt ?? now, attempt: crypto.randomUUID(), sentence: null, asks: null };
}

/** Return the changes of an item whose document cannot be read. The next visit may be able to read it. */
export function documentUnreadable(item: Item, now: number, random: () => number = Math.random) {
  if (isKeyExpired(item, now)) return unknown(KEPT_TOO_LONG);
  const sentence = canEdit(item) ? UNREADABLE + ATTACH_AGAIN : UNREADABLE;
  return retry(item, null, now, random, { sentence, asks: "document" }, MAX_CHECK_DELAY_MS);
}

const isKeyExpired = ({ sentAt }: Item, now: number) => sentAt !== null && now - sentAt > KEY_LIFETIME_MS;

/** Return the changes of an item that a closed tab left as `sending`: it may have arrived. */
export const interruptedSending = (): ItemChanges => ({ state: "waiting", sentence: MAY_HAVE_ARRIVED, nextAt: 0 });

/** Return the changes of an item after it was sent. `item` is as it was before. */
export function afterSending(item: Item, answer: Answer, now: number, random: () => number = Math.random): ItemChanges {
  const { status, body, headers, problem, offline } = answer;
  const possiblySent = { sentAt: item.sentAt ?? now };
  const sentence: string | null = problem?.sentence.replace(DOCUMENT_FIELD, "") ?? null;
  if (offline) return retry(item, null, now, random, { ...possiblySent, sentence: MAY_HAVE_ARRIVED }, MAX_CHECK_DELAY_MS);
  if (status === 413 && !body) {
    const changes = { sentAt: item.sentAt, sentence: TOO_LARGE, asks: "size" } as ItemChanges;
    return retry(item, TOO_LARGE_DELAY_S, now, random, changes, MAX_TOO_LARGE_DELAY_MS);
  }
  const { type = null, submissionState: outcome = null, retryAfter: delay = null } = problem ?? {};
  const location = headers.get("Location");
  if (status === 200 || status === 201) return done(item, body, now);
  if (status === 202) return tracked(body, body.submissionId, body.message, now);
  if (outcome === "rejected") return refused(sentence, { ended: outcome });
  // An earlier request is still in progress. It may fail and be forgotten, so the next try asks how it ended.
  if (type === "in-progress") return retry(item, delay, now, random, { ...possiblySent, sentence }, MAX_IN_PROGRESS_DELAY_MS);
  if (location) return tracked({ state: outcome as Submission["state"] }, location.split("/").at(-1) ?? "", sentence, now);
  if (outcome === "not-sent") return retry(item, delay, now, random, { sentAt: null, sentence });
  // A problem without a type is from a portal behind a proxy that removes `Accept`. Its only other 409 is about an invoice.
  const isDuplicate = type === "duplicate-invoice" || (type === null && item.kind === "invoice");
  if (status === 409) return refused(sentence, { asks: isDuplicate ? "duplicate" : null });
  if (FINAL_STATUSES.includes(status)) return refused(sentence, { faults: fieldFaults(answer) });
  return retry(item, delay, now, random, { ...(status >= 500 ? possiblySent : { sentAt: item.sentAt }), sentence });
}

/** Return the changes of a tracked item after its status was requested. */
export function afterStatusCheck(item: Item, { status, body, offline }: Answer, now: number, random: () => number = Math.random): ItemChanges {
  if (status === 404) return unknown(NOT_FOUND);
  if (offline || status !== 200) return checkLater(item, item, now, random);
  if (body.state === "confirmed") return done(item, body.result, now);
  if (FAILED.includes(body.state)) return refused(body.message, { ended: body.state });
  return checkLater(item, { ...trackedState(body), sentence: body.message }, now, random);
}

const done = ({ kind }: Item, result: Json, now: number): ItemChanges => ({
  state: "done",
  doneAt: now,
  sentence: null,
  result: kind === "completion" ? jobStateOf(result) : result,
});

// The rest of the job is requested again anyway.
const jobStateOf = (job: Job | null) => job && { status: job.status, completed: job.completed, completedAt: job.completedAt };

const refused = (sentence: string | null, { asks = null, ended = null, faults = null }: Partial<Pick<Item, "asks" | "ended" | "faults">> = {}): ItemChanges => ({
  state: "refused",
  sentence,
  asks,
  ended,
  faults,
  sentAt: null,
});

const unknown = (sentence: string): ItemChanges => ({ state: "unknown", sentence, asks: null });

const trackedState = ({ state, officeAsked = false }: Partial<Submission>): Pick<Item, "state" | "promised" | "officeAsked"> => ({
  state: state === "review" ? "review" : "checking",
  promised: ["waiting", "sending"].includes(String(state)),
  officeAsked,
});

const tracked = (submission: Partial<Submission>, submissionId: string, sentence: string | null, now: number): ItemChanges => ({
  ...trackedState(submission),
  submissionId,
  receivedAt: submission.createdAt ?? null,
  sentence,
  tries: 0,
  nextAt: now + FIRST_DELAY_MS,
});

/** `retryAfter`: in seconds. */
function retry(item: Item, retryAfter: number | null, now: number, random: () => number, changes: ItemChanges, maxDelay = MAX_DELAY_MS): ItemChanges {
  const delay = Math.max((retryAfter ?? 0) * 1000, retryDelay(item.tries, maxDelay, random));
  return { ...changes, state: "waiting", tries: item.tries + 1, nextAt: now + delay };
}

function checkLater({ tries }: Item, { state, promised, officeAsked, sentence }: Pick<Item, "state" | "promised" | "officeAsked" | "sentence">, now: number, random: () => number): ItemChanges {
  const maxDelay = state === "review" ? MAX_DELAY_MS : MAX_CHECK_DELAY_MS; // people need more time
  return { state, promised, officeAsked, sentence, tries: tries + 1, nextAt: now + retryDelay(tries, maxDelay, random) };
}

/** Return the milliseconds until the next try. They double with each try, and vary at random between phones. */
export const retryDelay = (tries: number, maxDelay: number, random: () => number = Math.random) =>
  Math.min(maxDelay, FIRST_DELAY_MS * 2 ** Math.min(tries, 20)) * (0.5 + random() / 2);
