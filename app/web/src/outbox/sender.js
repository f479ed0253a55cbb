// Sends what is due, one item after the other, and asks after what is being checked; in one tab or worker at a time.
import { ask } from "../api.js";
import { owners } from "../store/database.js";
import { Box, Gone } from "./box.js";
import { requestFor } from "./request.js";
import { afterLooking, afterSending, beforeSending, due, isFollowed, leftBehind, nextMoment, unread } from "./states.js";
import { alone, beside, first } from "./turn.js";

const SESSION = "portal-session";
const TAKEN_OVER_MS = 5_000;

/** The boxes of everybody who has one on this device, or of one person. */
export async function boxes(email = null) {
  return (await owners()).filter((owner) => email === null || owner.email === email).map((owner) => new Box(owner));
}

/**
 * Send what can be sent from a box. Returns `{hold, next}`: why nothing goes out (`offline`, `signed-out`,
 * `other-person`, `account-gone`) or null, and when there is something to do again (milliseconds) or null.
 */
export async function empty(box) {
  const end = await alone(`portal-outbox:${box.name}`, async (isOurs) => {
    await recover(box);
    while (isOurs()) {
      const [item] = due(await box.all(), Date.now());
      if (!item) return { hold: null, next: nextMoment(await box.all()) };
      const hold = await asOwner(box.owner, () => (isOurs() ? handle(box, item) : null));
      if (hold) return { hold, next: null };
    }
    return null;
  });
  return end ?? { hold: null, next: Date.now() + TAKEN_OVER_MS };
}

/** Let `work` change who is signed in, while no sender is between looking who that is and sending. */
export const changeSession = (work) => first(SESSION, work); // what takes too long left under the session before

/** Whatever is `sending` now was left by a tab that is no more, or frozen, for only who holds the lock sends. */
async function recover(box) {
  for (const { id, state } of await box.all()) if (state === "sending") await box.change(id, leftBehind);
}

function asOwner(owner, work) {
  return beside(SESSION, async () => (await whyNot(owner)) ?? work());
}

/** Why this owner's things cannot go out now, or null. */
async function whyNot({ email, agency, contractorId }) {
  if (!navigator.onLine) return "offline";
  const { status, body, offline } = await ask("session");
  if (status === 401) return "signed-out";
  if (offline || status !== 200) return "offline";
  if (body.email !== email) return "other-person";
  const isTheirs = body.accounts.some((one) => one.agency === agency && one.contractorId === contractorId);
  return isTheirs ? null : "account-gone";
}

async function handle(box, item) {
  try {
    return await (isFollowed(item) ? look(box, item) : send(box, item));
  } catch (error) {
    if (error instanceof Gone) return null; // edited, deleted, or taken over by another tab a moment ago
    throw error;
  }
}

async function send(box, item) {
  const isSame = (now) => now.state === "waiting" && now.key === item.key && now.heldUntil === item.heldUntil;
  const bytes = item.document ? await box.documentOf(item.id).catch(() => null) : null;
  if (item.document && !bytes) {
    await box.change(item.id, (now) => (isSame(now) ? unread(now, Date.now()) : undefined));
    return null;
  }
  const begun = await box.change(item.id, (now) => (isSame(now) ? beforeSending(now, Date.now()) : undefined));
  if (begun.state !== "sending") return null;
  const request = requestFor(item, bytes);
  const answer = await ask(request.path, { ...request, account: accountOf(box) });
  const lost = await lostAccount(box, answer);
  await box.change(item.id, (now) => {
    if (now.attempt !== begun.attempt || now.state !== "sending") return undefined;
    return lost ? { state: "waiting", sentAt: item.sentAt } : afterSending(item, answer, Date.now());
  });
  return lost ?? (answer.offline ? "offline" : null);
}

async function look(box, item) {
  const answer = await ask(`contractor/submissions/${item.submissionId}`, { account: accountOf(box) });
  const lost = await lostAccount(box, answer);
  if (!lost) {
    await box.change(item.id, (now) => (isFollowed(now) ? afterLooking(item, answer, Date.now()) : undefined));
  }
  return lost ?? (answer.offline ? "offline" : null);
}

/** Why an answer was about the session and not about the item, or null. */
async function lostAccount(box, { status, headers }) {
  if (status === 401) return "signed-out";
  // Without Retry-After, it is about an invoice sent before or about an account that has just gone.
  return status === 409 && !headers.get("Retry-After") ? whyNot(box.owner) : null;
}

const accountOf = ({ owner: { agency, contractorId } }) => `${agency}/${contractorId}`;
