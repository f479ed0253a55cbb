// The outbox of this tab's account, as screens read and call it. Everything that a person writes goes into it first, and is
// sent from there exactly once.
import { signal } from "@preact/signals";
import { DELETE_MS, databaseName, deleteDatabase, guarded, markAsWorking, readmit, sentenceOf, withTimeout } from "../store/database.js";
import { hasBackgroundSync, requestSync } from "./background-sync.js";
import { deleteCount, readCount, writeCount } from "./counter.js";
import { sendDueItems, storedOutboxes } from "./sender.js";
import { canEdit, canRemove, canUndo, holdForEditing, isOnlyOnPhone, isUnsent, needsAction, newItem, resubmission, retryDelay } from "./states.js";
import { InMemoryOutbox, StoredOutbox, copyFile, onChange } from "./storage.js";

/** @typedef {import("./storage.js").OutboxStorage} OutboxStorage */

const MAX_SLEEP_MS = 60_000;
const SENT_ITEMS_STAY_MS = 7 * 24 * 3600_000;

const NO_ROOM_TO_SEND = "This device has no room left, so nothing can be sent from it. Please free some space.";

export class Outbox {
  /** The items of this account, the oldest first; null until they are read. */
  items = signal(/** @type {Item[] | null} */ (null));
  /** The reason why nothing can be sent now, or null. */
  obstacle = signal(/** @type {Obstacle | null} */ (null));
  /** The number of unsent items in each of this person's other accounts. */
  otherAccounts = signal(/** @type {(Owner & {number: number})[]} */ ([]));
  /** One sentence on a fault of the storage of this device, or null. */
  storageProblem = signal(/** @type {string | null} */ (null));

  /** @type {OutboxStorage | null} */
  #storage = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer = undefined;
  #offlineTries = 0;
  #hasFailed = false;
  /** @type {Promise<void> | null} */
  #sending = null;
  #sendsAgain = false;
  #isSyncDenied = false;
  /** @type {Map<string, InMemoryOutbox>} */
  #inMemory = new Map();

  /** Follow the other tabs and the network. */
  start() {
    onChange((name) => {
      if (name === this.#storage?.name) this.#refresh();
    });
    addEventListener("online", () => this.#retry(isNotTooLarge));
    addEventListener("offline", () => this.wake());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.wake();
    });
  }

  /**
   * Show the outbox of this owner, and try at once to send its items. Items in the person's other accounts are sent when
   * they are due.
   *
   * @param {Owner} owner
   */
  async open(owner) {
    if (this.#storage?.name === databaseName(owner)) return;
    this.close();
    readmit(databaseName(owner));
    const storage = new StoredOutbox(owner);
    if (readCount(storage.name)) markAsWorking();
    this.#storage = storage;
    try {
      const lost = (await storage.list()).length ? 0 : readCount(storage.name);
      await this.deleteDataOfOthers(owner.email);
      await deleteOldItems(storage);
      await makeDue(storage, await storage.list(), isNotTooLarge);
      if (this.#storage === storage) this.storageProblem.value = lost ? lostSentence(lost) : null;
    } catch (error) {
      if (this.#storage !== storage) return;
      this.storageProblem.value = sentenceOrThrow(error);
      if (/** @type {{reason?: string}} */ (error).reason === "closed") this.#storage = this.#inMemoryOutbox(owner);
    }
    await this.#refresh();
    if (this.items.value?.some(isUnsent)) this.#requestSync();
    this.wake();
  }

  /**
   * Show the items that are left of an account that this owner no longer has. For null, show nothing.
   *
   * @param {Owner | null} owner
   */
  async openFormerAccount(owner) {
    this.close();
    if (!owner) return;
    const storages = await storedOutboxes(owner.email).catch(() => []);
    if (storages.some(({ name }) => name === databaseName(owner)) && !this.#storage) await this.open(owner);
  }

  /** Show no outbox. */
  close() {
    clearTimeout(this.#timer);
    this.#storage = null;
    this.items.value = null;
    this.obstacle.value = null;
    this.otherAccounts.value = [];
    this.storageProblem.value = null;
  }

  /**
   * Keep a new item, and send it as soon as possible. Return the item. Reject with `StoreError`: then nothing was kept.
   *
   * @param {Draft} draft
   */
  async add({ document: file, ...fields }) {
    const { bytes, document } = await copyDocument(file);
    const added = await this.#openStorage().add(newItem({ ...fields, document }, Date.now()), bytes);
    await this.#refresh();
    navigator.storage?.persist?.();
    this.#requestSync();
    this.wake();
    return added;
  }

  /**
   * Edit an item that nothing else has. Without `document`, the item keeps its own; null removes it. Return the item.
   *
   * @param {number} id
   * @param {{content: ItemContent["content"], about?: string, document?: File | null}} changes
   */
  async edit(id, { content, about, document: file }) {
    const { bytes, document } = await copyDocument(file);
    const changes = { content, ...(about !== undefined && { about }), ...(file !== undefined && { document }) };
    return /** @type {Promise<Item>} */ (
      this.#change(id, (item) => (canEdit(item) ? resubmission(changes) : undefined), bytes)
    );
  }

  /**
   * Hold an item back while the person edits it.
   *
   * @param {number} id
   */
  hold(id) {
    return this.#change(id, (item) => holdForEditing(item, Date.now()));
  }

  /**
   * Release an item that was held back, edited or not.
   *
   * @param {number} id
   */
  release(id) {
    return this.#change(id, ({ heldUntil }) => (heldUntil ? { heldUntil: 0 } : undefined));
  }

  /**
   * Send a refused or unknown item as a new submission. `duplicate`: it resembles another item on purpose.
   *
   * @param {number} id
   */
  resend(id, { duplicate = false } = {}) {
    return this.#change(id, (item) => (needsAction(item) ? resubmission({ duplicate }) : undefined));
  }

  /**
   * Delete an item that is not being sent.
   *
   * @param {number} id
   */
  remove(id) {
    return this.#change(id, (item) => (canRemove(item) ? null : undefined));
  }

  /**
   * Delete a completion that is still held for its *Undo*.
   *
   * @param {number} id
   */
  undo(id) {
    return this.#change(id, (item) => (canUndo(item, Date.now()) ? null : undefined));
  }

  /**
   * Return the items of a job.
   *
   * @param {string} jobId
   */
  itemsOf(jobId) {
    return (this.items.value ?? []).filter((item) => item.jobId === jobId);
  }

  /** Return a sentence on when waiting items are sent. */
  sendingNotice() {
    return hasBackgroundSync() && !this.#isSyncDenied
      ? "It is sent by itself once there is a connection."
      : "It goes out when you next open the portal with a connection.";
  }

  /** Send the due items in this tab. */
  async wake() {
    clearTimeout(this.#timer);
    if (this.#sending) this.#sendsAgain = true;
    else {
      this.#sending = this.#sendAll();
      await this.#sending.finally(() => (this.#sending = null));
      if (this.#sendsAgain) {
        this.#sendsAgain = false;
        await this.wake();
      }
    }
  }

  /** Send all waiting items now, due or not. */
  async tryNow() {
    await this.#retry();
  }

  /**
   * Return how many items in all accounts of this person only this phone has.
   *
   * @param {string} email
   */
  async countUnsent(email) {
    const storages = this.#storage instanceof InMemoryOutbox ? [this.#storage] : await storedOutboxes(email);
    const counts = await Promise.all(storages.map(countOnlyOnPhone));
    return counts.reduce((sum, number) => sum + number, 0);
  }

  /**
   * Delete all data of this person from the device, sent or not. Reject with `StoreError` if some of it remains.
   *
   * @param {string} email
   */
  async deleteAll(email) {
    const isStored = !(this.#storage instanceof InMemoryOutbox);
    if (this.#storage?.owner.email === email) this.close();
    for (const [name, { owner }] of this.#inMemory) if (owner.email === email) this.#inMemory.delete(name);
    const storages = isStored ? await storedOutboxes(email) : [];
    await allOf(storages.map(deleteStorage));
  }

  /**
   * Delete all data of this person from the device, except drafts and unsent items. These wait for the same person. Reject
   * with `StoreError` if other data remains.
   *
   * @param {string} email
   */
  async deleteAllButUnfinished(email) {
    const storages = await storedOutboxes(email);
    await allOf(storages.map((storage) => deleteAllButUnsent(storage, { keepsDrafts: true })));
  }

  /**
   * Delete all data of other people from the device, except unsent items: this person uses it now. Reject with `StoreError`
   * if other data remains.
   *
   * @param {string} email
   */
  async deleteDataOfOthers(email) {
    const storages = (await storedOutboxes()).filter(({ owner }) => owner.email !== email);
    await allOf(storages.map((storage) => deleteAllButUnsent(storage, { keepsDrafts: false })));
  }

  /**
   * Return the outbox of this owner in memory. It outlives the session of its owner.
   *
   * @param {Owner} owner
   */
  #inMemoryOutbox(owner) {
    const storage = this.#inMemory.get(databaseName(owner)) ?? new InMemoryOutbox(owner);
    this.#inMemory.set(storage.name, storage);
    return storage;
  }

  #openStorage() {
    if (!this.#storage) throw new Error("no outbox is open");
    return this.#storage;
  }

  /**
   * @param {number} id
   * @param {ItemChange} change
   * @param {ArrayBuffer} [bytes]
   */
  async #change(id, change, bytes) {
    const changed = await this.#openStorage().change(id, change, bytes);
    await this.#refresh();
    this.#requestSync();
    this.wake();
    return changed;
  }

  /** @param {(item: Item) => boolean} [filter] */
  async #retry(filter) {
    if (this.#storage) await makeDue(this.#storage, this.items.value ?? [], filter);
    await this.wake();
  }

  async #requestSync() {
    if (!(await requestSync())) this.#isSyncDenied = true;
  }

  async #refresh() {
    const storage = this.#storage;
    try {
      const items = (await storage?.list()) ?? null;
      if (this.#storage !== storage) return;
      this.items.value = items;
      if (storage && items) writeCount(storage.name, items.filter(isOnlyOnPhone).length);
    } catch (error) {
      if (this.#storage !== storage) return;
      this.storageProblem.value = sentenceOrThrow(error);
      this.#hasFailed = true;
    }
  }

  async #sendAll() {
    const storage = this.#storage;
    if (!storage) return;
    try {
      const others =
        storage instanceof StoredOutbox
          ? (await storedOutboxes(storage.owner.email)).filter(({ name }) => name !== storage.name)
          : [];
      const results = [];
      for (const each of [storage, ...others]) results.push(await sendDueItems(each));
      const counts = await Promise.all(others.map(countOnlyOnPhone));
      if (this.#storage !== storage) return;
      this.obstacle.value = results[0].obstacle;
      this.otherAccounts.value = others
        .map(({ owner }, index) => ({ ...owner, number: counts[index] }))
        .filter(({ number }) => number);
      this.#sleep(results);
      if (!this.#hasFailed) return;
      this.#hasFailed = false;
      await this.#refresh();
      if (!this.#hasFailed) this.storageProblem.value = null;
    } catch (error) {
      if (this.#storage !== storage) return;
      const isFull = /** @type {{reason?: string}} */ (error).reason === "full";
      this.storageProblem.value = isFull ? NO_ROOM_TO_SEND : sentenceOrThrow(error);
      this.#hasFailed = true;
      this.#sleep([{ obstacle: "offline", nextAt: null }]); // the person may make room, or close other tabs
    }
  }

  /** @param {SendResult[]} results */
  #sleep(results) {
    const isOffline = results.some(({ obstacle }) => obstacle === "offline");
    this.#offlineTries = isOffline ? this.#offlineTries + 1 : 0;
    const times = results.map(({ nextAt }) => nextAt).filter((time) => time !== null);
    if (isOffline) times.push(Date.now() + retryDelay(this.#offlineTries, MAX_SLEEP_MS));
    if (times.length) this.#timer = setTimeout(() => this.wake(), Math.max(Math.min(...times) - Date.now(), 0));
  }
}

/**
 * Return whether a proxy has not refused it as too large: each further try costs the person the whole document.
 *
 * @param {Item} item
 */
const isNotTooLarge = ({ asks }) => asks !== "size";

/**
 * Make the waiting items due at once, if `filter` accepts them.
 *
 * @param {OutboxStorage} storage
 * @param {Item[]} items
 * @param {(item: Item) => boolean} [filter]
 */
async function makeDue(storage, items, filter = () => true) {
  /** @param {Item} item */
  const change = (item) => (filter(item) ? { nextAt: 0 } : undefined);
  for (const { id } of items.filter((item) => isUnsent(item) && item.nextAt)) {
    await storage.change(id, change).catch(() => {}); // the item is gone, or nothing can be written: ignore it
  }
}

/**
 * Return what is stored of a file: its name and size for the item, and its bytes.
 *
 * @param {File | null} [file]
 */
async function copyDocument(file) {
  if (!file) return { bytes: undefined, document: null };
  const { bytes, ...document } = await copyFile(file);
  return { bytes, document };
}

/**
 * Delete everything in this storage except unsent items and, if `keepsDrafts`, drafts. If there are none, delete the storage:
 * its name contains the e-mail address of its owner.
 *
 * @param {StoredOutbox} storage
 * @param {{keepsDrafts: boolean}} options
 */
async function deleteAllButUnsent(storage, options) {
  readmit(storage.name); // another tab may have made it again since this one deleted it
  try {
    const isLeft = await guarded(() => withTimeout(DELETE_MS, storage.deleteAllButUnsent(options)));
    if (!isLeft) await deleteStorage(storage);
    else writeCount(storage.name, await countOnlyOnPhone(storage)); // a service worker sends without counting
  } catch (error) {
    if (/** @type {{reason?: string}} */ (error).reason !== "gone") throw error; // another tab was faster
  }
}

/** @param {StoredOutbox} storage */
async function deleteStorage({ name }) {
  await deleteDatabase(name);
  deleteCount(name);
}

/**
 * Wait for all of these. Then reject if one of them has.
 *
 * @param {Promise<void>[]} deletions
 */
async function allOf(deletions) {
  const results = await Promise.allSettled(deletions);
  const failure = results.find((result) => result.status === "rejected");
  if (failure) throw failure.reason;
}

/** @param {OutboxStorage} storage */
const countOnlyOnPhone = async (storage) => (await storage.list()).filter(isOnlyOnPhone).length;

/** @param {StoredOutbox} storage */
async function deleteOldItems(storage) {
  const oldest = Date.now() - SENT_ITEMS_STAY_MS;
  for (const { id, state, doneAt } of await storage.list()) {
    if (state === "done" && Number(doneAt) < oldest) await storage.change(id, () => null);
  }
}

/** @param {unknown} error */
function sentenceOrThrow(error) {
  const sentence = sentenceOf(error);
  if (!sentence) throw error;
  return sentence;
}

/** @param {number} number */
const lostSentence = (number) =>
  `${number === 1 ? "Something" : `${number} things`} that waited here to be sent ${number === 1 ? "is" : "are"} gone: ` +
  "this browser's data was cleared. Please look at your jobs, and write again what is missing there.";
