// Where an item of the outbox stands, and what moves it. Nothing here touches the network, the clock or a database.
//
//   added ──▶ waiting ──▶ sending ──▶ done
//                ▲  ▲         │  ├──▶ checking ──▶ done, refused, review, or unknown
//                │  └─ later ─┘  ├──▶ review ────▶ done, refused, or unknown
//                │               └──▶ refused, by an answer of the portal and by nothing else
//                ├──── edited, or sent again ──┘
//                └──── sent again by a person who has looked ── unknown: it may have arrived, and nobody can tell
//
// An item: {id, kind, jobId, about, content, document: {name, size} or null, key, duplicate, state, sentence, addedAt,
// sentAt, doneAt, tries, nextAt, heldUntil, attempt, submissionId, promised, asks, ended, result}; times are milliseconds.
// The bytes of its document are stored apart. `key` is its idempotency key. `heldUntil`: it does not go out before, because
// it is being changed or can still be undone. `sentAt`: since when it may be with the portal under this key; null while it
// certainly is not. `attempt` names its last sending. `promised`: the portal has accepted it, and says that it sends it.
// `asks`: "duplicate" where the person has to say whether a second invoice is meant; "document" where its document could
// not be read; "size" where something before the portal found it too large. `ended`: how a refused item ended at the
// portal (`rejected`, `expired`, `abandoned`), else null.

const WORDS = {
  waiting: "On this phone",
  sending: "Sending",
  checking: "Being checked",
  done: "With the agency",
  refused: "Refused",
};
const MAY = "May have arrived";
const PROMISED = "With the portal";
const ENDED = { expired: "Not delivered", abandoned: "Not delivered" };
const FAILED = ["rejected", "expired", "abandoned"];
/** How long a completion stays on this phone, in milliseconds, so that a slip of the thumb can be undone. */
export const UNDO_MS = 10_000;
const KEY_LIVES_MS = 6 * 24 * 3600_000; // the portal knows a key for seven days; a day is for clocks that are wrong
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 300_000;
const LONGEST_LOOK_MS = 60_000;
const LARGE_PAUSE_S = 600; // each try costs the person the whole document
const LONGEST_LARGE_MS = 3600_000;
const CHANGING_MS = 600_000;
const LONGEST_WAIT_MS = 24 * 3600_000; // of which nobody speaks: then the clock has been put back
const LONGEST_IN_HAND_MS = 10_000; // a request before this one still has it: that ends soon
const OF_DOCUMENT = /^document: /; // the portal's name for the field
const FINAL = [400, 404, 405, 413, 415, 422];

const MAY_BE_THERE = "It may have arrived. It is sent again, and the portal knows it for the same.";
const TOO_LARGE =
  "Your agency's portal does not take files of this size at the moment. It stays on this phone, and is tried again " +
  "every hour. A smaller PDF may go through.";
const UNREAD = "Its PDF cannot be read just now. It stays on this phone, and is tried again when you open the portal next.";
const ATTACH = " If that does not help, attach the PDF again.";
const NOT_FOUND = "The portal cannot tell any more what became of it. Please look at the job before you send it again.";
const KEPT_TOO_LONG =
  "It may have arrived a week ago. Please look at the job: if it is not there, send it again.";

/** Its state in a few words; `agency` is the agency's name. */
export function words(item, agency = "your agency") {
  const { state, ended } = item;
  if (state === "review") return `We asked ${agency} to check whether it arrived`;
  if (isPromised(item)) return PROMISED;
  if (mayBeThere(item)) return MAY;
  return (state === "refused" && ENDED[ended]) || WORDS[state];
}

/** Its state, and the reason if it did not get through. */
export function wordsAndReason(item, agency) {
  const { state, ended, sentence } = item;
  if (state !== "refused" || !sentence) return words(item, agency);
  return `${words(item, agency)}${ENDED[ended] ? ":" : ", because:"} ${sentence}`;
}

/** The portal's sentence on an item that is not refused; null if its words say the same. */
export const remark = (item, agency) =>
  item.state === "refused" || item.sentence?.startsWith(words(item, agency)) ? null : item.sentence;

/** What it is, to begin a sentence with. */
export const nameOfKind = ({ kind, content }) =>
  kind === "completion" ? (content.completed ? "Marked complete" : "Reopened") : { note: "Note", invoice: "Invoice" }[kind];

/** Whether it has still to get to the agency, or to be seen to. */
export const isUnsent = ({ state }) => state !== "done";

/** Whether the portal has taken it over, and is asked what becomes of it. */
export const isFollowed = ({ state }) => ["checking", "review"].includes(state);

/** Whether the portal has accepted it, and says that it sends it. */
export const isPromised = ({ state, promised }) => state === "checking" && Boolean(promised);

/** Whether only this phone has it, as far as is known. */
export const isOnlyHere = (item) => isUnsent(item) && !isFollowed(item);

/** Whether it can be changed: it is certainly nowhere else. */
export const canEdit = ({ state, sentAt }) => state === "refused" || (state === "waiting" && sentAt === null);

/** What keeps one back while it is being changed, for as long as that may take a person. */
export const heldBack = (item, now) => (canEdit(item) ? { heldUntil: now + CHANGING_MS } : undefined);

/** Whether it can be deleted. */
export const canRemove = (item) => item.state !== "sending" && !isFollowed(item);

/** Whether it is held for its *Undo* at `now`. */
export const canUndo = ({ kind, state, sentAt, heldUntil }, now) =>
  kind === "completion" && state === "waiting" && sentAt === null && heldUntil > now;

/** Whether it may be with the agency although nobody has said so: whoever deletes it should know. */
export const mayBeThere = ({ state, sentAt }) => state === "unknown" || (state === "waiting" && sentAt !== null);

/** Whether nothing goes on with it before a person says how. */
export const needsPerson = ({ state }) => ["refused", "unknown"].includes(state);

/** A new item. */
export const fresh = ({ kind, jobId, about, content, document }, now) => ({
  kind,
  jobId: jobId ?? null,
  about: about ?? "",
  addedAt: now,
  ...renewed({ content, document }),
  heldUntil: kind === "completion" && content.completed ? now + UNDO_MS : 0,
});

/** What makes an item a new submission: another key, nothing sent yet. */
export const renewed = (changes) => ({
  ...changes,
  key: crypto.randomUUID(),
  duplicate: changes.duplicate ?? false,
  ...restarted,
});
const restarted = {
  state: "waiting",
  sentence: null,
  sentAt: null,
  doneAt: null,
  tries: 0,
  nextAt: 0,
  heldUntil: 0,
  attempt: null,
  submissionId: null,
  promised: false,
  asks: null,
  ended: null,
  result: null,
};

/** What can be done at `now`: in each job the first that waits, and whatever has to be asked after; large ones last. */
export function due(items, now) {
  return candidates(items)
    .filter((item) => readyAt(item) <= now || readyAt(item) > now + LONGEST_WAIT_MS)
    .sort((one, other) => Boolean(one.document) - Boolean(other.document) || one.id - other.id);
}

/** When there is something to do next, or null. */
export function nextMoment(items) {
  const moments = candidates(items).map(readyAt);
  return moments.length ? Math.min(...moments) : null;
}

const readyAt = ({ nextAt, heldUntil = 0 }) => Math.max(nextAt, heldUntil);

function candidates(items) {
  const taken = new Set();
  return items.filter((item) => {
    if (isFollowed(item)) return true; // the portal keeps the order of what it has accepted
    if (!["waiting", "sending"].includes(item.state)) return false;
    if (item.state === "waiting" && item.asks) return true; // it may wait for long: nothing waits behind it
    const lane = item.jobId ?? `statement ${item.content.statementId}`;
    const isFirst = !taken.has(lane);
    taken.add(lane);
    return isFirst && item.state === "waiting";
  });
}

/** An item that may go out now; what it becomes instead if the portal may have forgotten its key. */
export function beforeSending(item, now) {
  if (isForgotten(item, now)) return unknown(KEPT_TOO_LONG);
  return { state: "sending", sentAt: item.sentAt ?? now, attempt: crypto.randomUUID(), sentence: null, asks: null };
}

/** What an item becomes whose document cannot be read: that may be different when the browser is opened again. */
export function unread(item, now, chance = Math.random) {
  if (isForgotten(item, now)) return unknown(KEPT_TOO_LONG);
  const sentence = canEdit(item) ? UNREAD + ATTACH : UNREAD;
  return later(item, null, now, chance, { sentence, asks: "document" }, LONGEST_LOOK_MS);
}

const isForgotten = ({ sentAt }, now) => sentAt !== null && now - sentAt > KEY_LIVES_MS;

/** What was left `sending` by a tab that is no more: it may have arrived. */
export const leftBehind = () => ({ state: "waiting", sentence: MAY_BE_THERE, nextAt: 0 });

/** What its sending made of an item. `item` is as it was before; `answer` as `ask` gives it. */
export function afterSending(item, answer, now, chance = Math.random) {
  const { status, body, headers, offline } = answer;
  const unsure = { sentAt: item.sentAt ?? now };
  const said = body?.error?.replace(OF_DOCUMENT, "") ?? null;
  if (offline) return later(item, null, now, chance, { ...unsure, sentence: MAY_BE_THERE }, LONGEST_LOOK_MS);
  if (status === 413 && !body) {
    return later(item, LARGE_PAUSE_S, now, chance, { sentAt: item.sentAt, sentence: TOO_LARGE, asks: "size" }, LONGEST_LARGE_MS);
  }
  const outcome = headers.get("Submission-State");
  const wait = headers.get("Retry-After");
  if (status === 200 || status === 201) return done(item, body, now);
  if (status === 202) return followed(body.state, body.submissionId, body.message, now);
  if (outcome === "rejected") return refused(said, { ended: outcome });
  // It names what has it in hand, which may come to nothing and be forgotten: the next try is told how that ended.
  if (status === 409 && wait) return later(item, wait, now, chance, { ...unsure, sentence: said }, LONGEST_IN_HAND_MS);
  if (headers.get("Location")) return followed(outcome, headers.get("Location").split("/").at(-1), said, now);
  if (outcome === "not-sent") return later(item, wait, now, chance, { sentAt: null, sentence: said });
  if (status === 409) return refused(said, { asks: item.kind === "invoice" ? "duplicate" : null });
  if (FINAL.includes(status)) return refused(said);
  return later(item, wait, now, chance, { ...(status >= 500 ? unsure : { sentAt: item.sentAt }), sentence: said });
}

/** What asking after it made of an item that is being checked, or in review. */
export function afterLooking(item, { status, body, offline }, now, chance = Math.random) {
  if (status === 404) return unknown(NOT_FOUND);
  if (offline || status !== 200) return lookLater(item, item, now, chance);
  if (body.state === "confirmed") return done(item, body.result, now);
  if (FAILED.includes(body.state)) return refused(body.message, { ended: body.state });
  return lookLater(item, { ...followedAs(body.state), sentence: body.message }, now, chance);
}

const done = ({ kind }, result, now) => ({
  state: "done",
  doneAt: now,
  sentence: null,
  result: kind === "completion" ? whereItStands(result) : result,
});

// Of the whole job, which is read again anyway.
const whereItStands = (job) => job && { status: job.status, completed: job.completed, completedAt: job.completedAt };

const refused = (sentence, { asks = null, ended = null } = {}) => ({ state: "refused", sentence, asks, ended, sentAt: null });

const unknown = (sentence) => ({ state: "unknown", sentence, asks: null });

const followedAs = (state) => ({
  state: state === "review" ? "review" : "checking",
  promised: ["waiting", "sending"].includes(state),
});

const followed = (state, submissionId, sentence, now) => ({
  ...followedAs(state),
  submissionId,
  sentence,
  tries: 0,
  nextAt: now + FIRST_PAUSE_MS,
});

function later(item, retryAfter, now, chance, changes, longest = LONGEST_PAUSE_MS) {
  const wait = Math.max(Number(retryAfter) * 1000 || 0, pause(item.tries, longest, chance));
  return { ...changes, state: "waiting", tries: item.tries + 1, nextAt: now + wait };
}

function lookLater({ tries }, { state, promised, sentence }, now, chance) {
  const longest = state === "review" ? LONGEST_PAUSE_MS : LONGEST_LOOK_MS; // people take their time
  return { state, promised, sentence, tries: tries + 1, nextAt: now + pause(tries, longest, chance) };
}

/** Milliseconds until the next try: twice as long each time, and never in step with other phones. */
export const pause = (tries, longest, chance = Math.random) =>
  Math.min(longest, FIRST_PAUSE_MS * 2 ** Math.min(tries, 20)) * (0.5 + chance() / 2);
