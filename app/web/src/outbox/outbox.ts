// The outbox of the person, as screens read and call it: one storage for each account. Everything that a person writes goes into
// it first, and is sent from there exactly once.
import { signal } from "@preact/signals";
import { DELETE_MS, databaseName, deleteDatabase, guarded, markAsWorking, readmit, sentenceOf, wasCreated, withTimeout } from "../store/database.ts";
import { askToKeep } from "../store/persistence.ts";
import { hasBackgroundSync, requestSync } from "./background-sync.ts";
import { deleteCount, readCount, writeCount } from "./counter.ts";
import { sendDueItems, storedOutboxes } from "./sender.ts";
import { canEdit, canRemove, canTakeBack, holdForEditing, isOnlyOnPhone, isUnsent, needsAction, newItem, resubmission, retryDelay } from "./states.ts";
import { InMemoryOutbox, StoredOutbox, copyFile, onChange } from "./storage.ts";

import type { OutboxStorage } from "./storage.ts";

const MAX_SLEEP_MS = 60_000;
const SENT_ITEMS_STAY_MS = 7 * 24 * 3600_000;

const DATA_LOST = "This browser deleted what was stored here. Anything not yet sent is lost. Check your last jobs.";
const NO_ROOM_TO_SEND = "This device has no room left, so nothing can be sent from it. Please free some space.";

export class Outbox {
  /** The items of all accounts of the person, the oldest first, each with its owner; null until they are read. */
  items = signal(null as OwnedItem[] | null);
  /** The reason why no account can send now, or null. */
  obstacle = signal(null as Obstacle | null);
  /** One sentence on a fault of the storage of this device, or null. */
  storageProblem = signal(null as string | null);
  /** True if the browser keeps nothing: items last as long as this page. */
  isInMemory = signal(false);

  #email: string | null = null;
  #storages: Map<string, OutboxStorage> = new Map();
  #lists: Map<string, OwnedItem[]> = new Map();
  #timer: ReturnType<typeof setTimeout> | undefined = undefined;
  #offlineTries = 0;
  #hasFailed = false;
  #hasLostData = false;
  #sending: Promise<void> | null = null;
  #sendsAgain = false;
  #isSyncDenied = false;
  #inMemory: Map<string, InMemoryOutbox> = new Map();

  /** Follow the other tabs and the network. */
  start() {
    onChange((name) => this.#refresh(name));
    addEventListener("online", () => this.#retry(isNotTooLarge));
    addEventListener("offline", () => this.wake());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.wake();
    });
  }

  /**
   * Show the items of a person in these accounts, and in former accounts that have items on this device. Try at once to
   * send them. For null, show nothing.
   */
  async open(email: string | null, owners: Owner[]) {
    if (this.#email !== email) this.close();
    if (!email) return;
    this.#email = email;
    const added = owners.filter((owner) => !this.#storages.has(databaseName(owner)));
    if (!added.length && this.items.peek()) return;
    for (const owner of added) this.#addStorage(owner);
    try {
      await this.deleteDataOfOthers(email);
      const stored = await storedOutboxes(email);
      if (this.#email !== email) return; // the session has ended: a storage that is opened now would come back after its deletion
      for (const { owner, name } of stored) if (!this.#storages.has(name)) this.#addStorage(owner);
      const hasLost = await this.#hasLost(added);
      if (hasLost && this.#email === email) this.#hasLostData = true; // a second opening meanwhile must not hide it
      for (const storage of this.#storages.values()) {
        await deleteOldItems(storage);
        await makeDue(storage, await storage.list(), isNotTooLarge);
      }
      if (this.#email === email) this.#endProblem();
    } catch (error) {
      if (this.#email !== email) return;
      this.storageProblem.value = sentenceOrThrow(error);
      if ((error as {reason?: string}).reason === "closed") this.#keepInMemory();
    }
    for (const name of this.#storages.keys()) await this.#refresh(name);
    if (this.items.value?.some(isUnsent)) this.#requestSync();
    this.wake();
  }

  #addStorage(owner: Owner) {
    const storage = new StoredOutbox(owner);
    readmit(storage.name);
    if (readCount(storage.name)) markAsWorking();
    this.#storages.set(storage.name, storage);
  }

  /** Return whether the browser has deleted the data of one of these owners, or items that waited here. */
  async #hasLost(owners: Owner[]) {
    let isLost = false;
    for (const owner of owners) {
      const storage = this.#storages.get(databaseName(owner)) as OutboxStorage;
      const count = readCount(storage.name);
      const items = await storage.list(); // creates the database if it is missing
      const isNew = wasCreated(storage.name);
      if (count !== null && (isNew || (count && !items.length))) isLost = true;
    }
    return isLost;
  }

  #keepInMemory() {
    for (const { owner } of this.#storages.values()) {
      this.#storages.set(databaseName(owner), this.#inMemoryOutbox(owner));
    }
    this.isInMemory.value = true;
  }

  /** Show no outbox. */
  close() {
    clearTimeout(this.#timer);
    this.#email = null;
    this.#storages = new Map();
    this.#lists = new Map();
    this.items.value = null;
    this.obstacle.value = null;
    this.#hasLostData = false;
    this.#endProblem();
    this.isInMemory.value = false;
  }

  /** The storage works again: show at most that the browser has deleted data. */
  #endProblem() {
    this.storageProblem.value = this.#hasLostData ? DATA_LOST : null;
  }

  /**
   * Keep a new item of this owner, and send it as soon as possible. Return the item. Reject with `StoreError`: then
   * nothing was kept.
   */
  async add(owner: Owner, { document: file, ...fields }: Draft) {
    const { bytes, document } = await copyDocument(file);
    const storage = this.#storageOf(owner);
    const added = await storage.add(newItem({ ...fields, document }, Date.now()), bytes);
    await this.#refresh(storage.name);
    askToKeep();
    this.#requestSync();
    this.wake();
    return { ...added, owner };
  }

  /**
   * Edit an item that nothing else has. Without `document`, the item keeps its own; null removes it. Return the item.
   */
  async edit(item: ItemId, { content, about, document: file }: {content: ItemContent["content"], about?: string, document?: File | null}) {
    const { bytes, document } = await copyDocument(file);
    const changes = { content, ...(about !== undefined && { about }), ...(file !== undefined && { document }) };
    return this.#change(item, (current) => (canEdit(current) ? resubmission(changes) : undefined), bytes) as Promise<OwnedItem>;
  }

  /** Hold an item back while the person edits it. */
  hold(item: ItemId) {
    return this.#change(item, (current) => holdForEditing(current, Date.now()));
  }

  /** Release an item that was held back, edited or not. */
  release(item: ItemId) {
    return this.#change(item, ({ heldUntil }) => (heldUntil ? { heldUntil: 0 } : undefined));
  }

  /** Send a refused or unknown item as a new submission. `duplicate`: it resembles another item on purpose. */
  resend(item: ItemId, { duplicate = false } = {}) {
    return this.#change(item, (current) => (needsAction(current) ? resubmission({ duplicate }) : undefined));
  }

  /** Delete an item that is not being sent. */
  remove(item: ItemId) {
    return this.#change(item, (current) => (canRemove(current) ? null : undefined));
  }

  /** Take back an item that only this phone has. */
  takeBack(item: ItemId) {
    return this.#change(item, (current) => (canTakeBack(current) ? null : undefined));
  }

  /** Return the items of a job in this account. */
  itemsOf(owner: Owner, jobId: string) {
    const name = databaseName(owner);
    return (this.items.value ?? []).filter((item) => item.jobId === jobId && databaseName(item.owner) === name);
  }

  /** Return whether waiting items are sent when there is a connection, although no tab of the portal is open. */
  sendsInBackground() {
    return hasBackgroundSync() && !this.#isSyncDenied;
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

  /** Return the items of this person that only this phone has. */
  async listOnlyOnPhone(email: string) {
    const storages = this.isInMemory.value ? [...this.#storages.values()] : await storedOutboxes(email);
    const lists = await Promise.all(storages.map(listOwned));
    return lists.flat().filter(isOnlyOnPhone);
  }

  /** Delete all data of this person from the device, sent or not. Reject with `StoreError` if some of it remains. */
  async deleteAll(email: string) {
    const isStored = !this.isInMemory.value;
    if (this.#email === email) this.close();
    for (const [name, { owner }] of this.#inMemory) if (owner.email === email) this.#inMemory.delete(name);
    const storages = isStored ? await storedOutboxes(email) : [];
    await allOf(storages.map(deleteStorage));
  }

  /**
   * Delete all data of this person from the device, except drafts and unsent items. These wait for the same person.
   * Reject with `StoreError` if other data remains.
   */
  async deleteAllButUnfinished(email: string) {
    const storages = await storedOutboxes(email);
    await allOf(storages.map((storage) => deleteAllButUnsent(storage, { keepsDrafts: true })));
  }

  /**
   * Delete all data of other people from the device, except unsent items: this person uses it now. Reject with
   * `StoreError` if other data remains.
   */
  async deleteDataOfOthers(email: string) {
    const storages = (await storedOutboxes()).filter(({ owner }) => owner.email !== email);
    await allOf(storages.map((storage) => deleteAllButUnsent(storage, { keepsDrafts: false })));
  }

  /** Return the outbox of this owner in memory. It outlives the session of its owner. */
  #inMemoryOutbox(owner: Owner) {
    const storage = this.#inMemory.get(databaseName(owner)) ?? new InMemoryOutbox(owner);
    this.#inMemory.set(storage.name, storage);
    return storage;
  }

  #storageOf(owner: Owner) {
    const storage = this.#storages.get(databaseName(owner));
    if (!storage) throw new Error("no outbox is open");
    return storage;
  }

  async #change({ id, owner }: ItemId, change: ItemChange, bytes?: ArrayBuffer) {
    const storage = this.#storageOf(owner);
    const changed = await storage.change(id, change, bytes);
    await this.#refresh(storage.name);
    this.#requestSync();
    this.wake();
    return changed && { ...changed, owner };
  }

  async #retry(filter?: (item: Item) => boolean) {
    for (const [name, storage] of this.#storages) await makeDue(storage, this.#lists.get(name) ?? [], filter);
    await this.wake();
  }

  async #requestSync() {
    if (!(await requestSync())) this.#isSyncDenied = true;
  }

  /** Read the items of the outbox of this name again. */
  async #refresh(name: string) {
    const storage = this.#storages.get(name);
    if (!storage) return;
    try {
      const items = await listOwned(storage);
      if (this.#storages.get(name) !== storage) return;
      this.#lists.set(name, items);
      this.items.value = [...this.#lists.values()].flat().sort((first, second) => first.addedAt - second.addedAt);
      if (!this.isInMemory.value) writeCount(name, items.filter(isOnlyOnPhone).length);
    } catch (error) {
      if (this.#storages.get(name) !== storage) return;
      this.storageProblem.value = sentenceOrThrow(error);
      this.#hasFailed = true;
    }
  }

  async #sendAll() {
    const [email, storages] = [this.#email, [...this.#storages.values()]];
    try {
      // An agency that is slow delays no other.
      const results = await Promise.all(storages.map(sendDueItems));
      if (this.#email !== email) return;
      const obstacles = results.map(({ obstacle }) => obstacle);
      this.obstacle.value = obstacles.find((obstacle) => obstacle && obstacle !== "account-gone") ?? null;
      this.#sleep(results);
      if (!this.#hasFailed) return;
      this.#hasFailed = false;
      for (const { name } of storages) await this.#refresh(name);
      if (!this.#hasFailed) this.#endProblem();
    } catch (error) {
      if (this.#email !== email) return;
      const isFull = (error as {reason?: string}).reason === "full";
      this.storageProblem.value = isFull ? NO_ROOM_TO_SEND : sentenceOrThrow(error);
      this.#hasFailed = true;
      this.#sleep([{ obstacle: "offline", nextAt: null }]); // the person may make room, or close other tabs
    }
  }

  #sleep(results: SendResult[]) {
    const isOffline = results.some(({ obstacle }) => obstacle === "offline");
    this.#offlineTries = isOffline ? this.#offlineTries + 1 : 0;
    const times = results.map(({ nextAt }) => nextAt).filter((time) => time !== null);
    if (isOffline) times.push(Date.now() + retryDelay(this.#offlineTries, MAX_SLEEP_MS));
    if (times.length) this.#timer = setTimeout(() => this.wake(), Math.max(Math.min(...times) - Date.now(), 0));
  }
}

/** Return whether a proxy has not refused it as too large: each further try costs the person the whole document. */
const isNotTooLarge = ({ asks }: Item) => asks !== "size";

/** Make the waiting items due at once, if `filter` accepts them. */
async function makeDue(storage: OutboxStorage, items: Item[], filter: (item: Item) => boolean = () => true) {
  const change = (item: Item) => (filter(item) ? { nextAt: 0 } : undefined);
  for (const { id } of items.filter((item) => isUnsent(item) && item.nextAt)) {
    await storage.change(id, change).catch(() => {}); // the item is gone, or nothing can be written: ignore it
  }
}

/** Return what is stored of a file: its name and size for the item, and its bytes. */
async function copyDocument(file?: File | null) {
  if (!file) return { bytes: undefined, document: null };
  const { bytes, ...document } = await copyFile(file);
  return { bytes, document };
}

/**
 * Delete everything in this storage except unsent items and, if `keepsDrafts`, drafts. If there are none, delete the
 * storage: its name contains the e-mail address of its owner.
 */
async function deleteAllButUnsent(storage: StoredOutbox, options: {keepsDrafts: boolean}) {
  readmit(storage.name); // another tab may have made it again since this one deleted it
  try {
    const isLeft = await guarded(() => withTimeout(DELETE_MS, storage.deleteAllButUnsent(options)));
    if (!isLeft) await deleteStorage(storage);
    else writeCount(storage.name, await countOnlyOnPhone(storage)); // a service worker sends without counting
  } catch (error) {
    if ((error as {reason?: string}).reason !== "gone") throw error; // another tab was faster
  }
}

async function deleteStorage({ name }: StoredOutbox) {
  await deleteDatabase(name);
  deleteCount(name);
}

/** Wait for all of these. Then reject if one of them has. */
async function allOf(deletions: Promise<void>[]) {
  const results = await Promise.allSettled(deletions);
  const failure = results.find((result) => result.status === "rejected");
  if (failure) throw failure.reason;
}

const countOnlyOnPhone = async (storage: OutboxStorage) => (await storage.list()).filter(isOnlyOnPhone).length;

/** Return the items of a storage, each with its owner. */
const listOwned = async (storage: OutboxStorage): Promise<OwnedItem[]> => (await storage.list()).map((item) => ({ ...item, owner: storage.owner }));

async function deleteOldItems(storage: OutboxStorage) {
  const oldest = Date.now() - SENT_ITEMS_STAY_MS;
  for (const { id, state, doneAt } of await storage.list()) {
    if (state === "done" && Number(doneAt) < oldest) await storage.change(id, () => null);
  }
}

function sentenceOrThrow(error: unknown) {
  const sentence = sentenceOf(error);
  if (!sentence) throw error;
  return sentence;
}
