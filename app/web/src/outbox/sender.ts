// Sends the due items of an outbox, one after the other, and requests the status of tracked items. Only one tab or worker
// does so at a time.
import { callApi } from "../api.ts";
import { listOwners } from "../store/database.ts";
import { withExclusiveLock, withLockOrTimeout, withSharedLock } from "./locks.ts";
import { requestFor } from "./request.ts";
import { afterSending, afterStatusCheck, documentUnreadable, dueItems, interruptedSending, isTracked, nextDueAt, startSending } from "./states.ts";
import { ItemGoneError, StoredOutbox } from "./storage.ts";

import type { OutboxStorage } from "./storage.ts";

const SESSION_LOCK = "portal-session";
const TAKEN_OVER_MS = 5_000;

/** Return the outboxes on this device, of everybody or of one person. */
export async function storedOutboxes(email: string | null = null) {
  const owners = await listOwners();
  return owners.filter((owner) => email === null || owner.email === email).map((owner) => new StoredOutbox(owner));
}

/** Send the due items of an outbox. */
export async function sendDueItems(storage: OutboxStorage): Promise<SendResult> {
  const result: SendResult | null = await withExclusiveLock(`portal-outbox:${storage.name}`, (hasLock) => sendWithLock(storage, hasLock));
  return result ?? { obstacle: null, nextAt: Date.now() + TAKEN_OVER_MS };
}

/** Send the due items while this tab has the lock. Return null if another tab has stolen it. */
async function sendWithLock(storage: OutboxStorage, hasLock: () => boolean): Promise<SendResult | null> {
  await recoverInterrupted(storage);
  while (hasLock()) {
    const [item] = dueItems(await storage.list(), Date.now());
    if (!item) return { obstacle: null, nextAt: nextDueAt(await storage.list()) };
    const obstacle = await asOwner(storage.owner, async () => (hasLock() ? handle(storage, item) : null));
    if (obstacle) return { obstacle, nextAt: null };
  }
  return null;
}

/**
 * Let `work` change who is signed in, while no sender is between its check of the session and its request. A request
 * that takes too long left under the session before.
 */
export const changeSession = <Result>(work: () => Promise<Result>) => withLockOrTimeout(SESSION_LOCK, work);

/** Recover items that a closed or frozen tab left as `sending`: only the holder of the lock sends. */
async function recoverInterrupted(storage: OutboxStorage) {
  for (const { id, state } of await storage.list()) if (state === "sending") await storage.change(id, interruptedSending);
}

/** Run `work` if the owner is signed in. Return its obstacle, or the obstacle of the session. */
function asOwner(owner: Owner, work: () => Promise<Obstacle | null>) {
  return withSharedLock(SESSION_LOCK, async () => (await obstacleFor(owner)) ?? work());
}

/** Return why the items of this owner cannot be sent now, or null. */
async function obstacleFor({ email, agency, contractorId }: Owner): Promise<Obstacle | null> {
  if (!navigator.onLine) return "offline";
  const { status, body, offline } = await callApi("session");
  if (status === 401) return "signed-out";
  if (offline || status !== 200) return "offline";
  if (body.email !== email) return "other-person";
  const hasAccount = (body as Person).accounts.some(
    (account) => account.agency === agency && account.contractorId === contractorId,
  );
  return hasAccount ? null : "account-gone";
}

async function handle(storage: OutboxStorage, item: Item) {
  try {
    return await (isTracked(item) ? checkStatus(storage, item) : send(storage, item));
  } catch (error) {
    if (error instanceof ItemGoneError) return null; // edited, deleted, or sent by another tab a moment ago
    throw error;
  }
}

async function send(storage: OutboxStorage, item: Item): Promise<Obstacle | null> {
  const isUnchanged = (current: Item) =>
    current.state === "waiting" && current.key === item.key && current.heldUntil === item.heldUntil;
  const bytes = item.document ? await storage.readDocument(item.id).catch(() => null) : null;
  if (item.document && !bytes) {
    await storage.change(item.id, (current) => (isUnchanged(current) ? documentUnreadable(current, Date.now()) : undefined));
    return null;
  }
  const begun = await storage.change(item.id, (current) => (isUnchanged(current) ? startSending(current, Date.now()) : undefined));
  if (begun?.state !== "sending") return null;
  const request = requestFor(item, bytes);
  const answer = await callApi(request.path, { ...request, account: accountOf(storage) });
  const obstacle = await sessionObstacle(storage, answer);
  await storage.change(item.id, (current) => {
    if (current.attempt !== begun.attempt || current.state !== "sending") return undefined;
    return obstacle ? { state: "waiting", sentAt: item.sentAt } : afterSending(item, answer, Date.now());
  });
  return obstacle ?? (answer.offline ? "offline" : null);
}

async function checkStatus(storage: OutboxStorage, item: Item): Promise<Obstacle | null> {
  const answer = await callApi(`contractor/submissions/${item.submissionId}`, { account: accountOf(storage) });
  const obstacle = await sessionObstacle(storage, answer);
  if (!obstacle) {
    await storage.change(item.id, (current) => (isTracked(current) ? afterStatusCheck(item, answer, Date.now()) : undefined));
  }
  return obstacle ?? (answer.offline ? "offline" : null);
}

/** Return the obstacle if an answer is about the session and not about the item, or null. */
async function sessionObstacle(storage: OutboxStorage, { status, problem }: Answer): Promise<Obstacle | null> {
  if (status === 401) return "signed-out";
  if (problem?.type === "foreign-account") return "account-gone";
  // Without a type, the portal does not say whether a 409 is about an invoice or about an account.
  return status === 409 && !problem?.type ? obstacleFor(storage.owner) : null;
}

const accountOf = ({ owner: { agency, contractorId } }: OutboxStorage) => `${agency}/${contractorId}`;
