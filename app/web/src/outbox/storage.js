// The storage of one account's outbox: its database, or the memory of the page if the browser keeps nothing.
import { StoreError, databaseName, readDatabase, withDatabase } from "../store/database.js";
import { abort } from "../store/page-cache.js";
import { isUnsent, wayOf } from "./states.js";

const CHANNEL = "portal-outbox";
/** @type {IDBTransactionOptions} */
const DURABLE = { durability: "strict" }; // the data is on the disk before the app says that it is kept
const STORES = /** @type {const} */ (["outbox", "documents"]);

/** A change was refused: the item is gone, or it is being sent. */
export class ItemGoneError extends Error {
  constructor() {
    super("gone");
    this.sentence = "This has been sent or deleted meanwhile.";
  }
}

/** The outbox of one account, in its database. */
export class StoredOutbox {
  /** @param {Owner} owner */
  constructor(owner) {
    this.owner = owner;
    this.name = databaseName(owner);
  }

  /**
   * Return all items, the oldest first.
   *
   * @returns {Promise<Item[]>}
   */
  list() {
    return readDatabase(this.name, (database) => database.getAll("outbox"));
  }

  /**
   * Keep a new item and the bytes of its document. Return the item with its id.
   *
   * @param {NewItem} item
   * @param {ArrayBuffer | null} bytes
   * @returns {Promise<Item>}
   */
  async add(item, bytes = null) {
    const added = await this.#transact(async ({ outbox, documents }) => {
      const id = await outbox.add(item);
      if (bytes) await documents.put({ id, bytes });
      return { ...item, id: Number(id) };
    });
    notify(this.name);
    return added;
  }

  /**
   * Change an item to what `change` makes of its current state. Delete it for null. Return the changed item.
   *
   * The document is written only if there are new `bytes`. It is deleted once the item no longer needs it. Reject with
   * `ItemGoneError` or `StoreError`.
   *
   * @param {number} id
   * @param {ItemChange} change
   * @param {ArrayBuffer | null} bytes
   */
  async change(id, change, bytes = null) {
    const changed = await this.#transact(async ({ outbox, documents }) => {
      /** @type {Item | undefined} */
      const item = await outbox.get(id);
      const changes = item && change(item);
      if (changes === undefined) return undefined;
      const after = changes && withChanges(/** @type {Item} */ (item), changes);
      const keepsDocument = needsDocument(after);
      await Promise.all([
        after ? outbox.put(after) : outbox.delete(id),
        keepsDocument ? bytes && documents.put({ id, bytes }) : documents.delete(id),
      ]);
      return after;
    });
    if (changed === undefined) throw new ItemGoneError();
    notify(this.name);
    return changed;
  }

  /**
   * Return the bytes of an item's document. Reject with `StoreError` if they cannot be read now.
   *
   * @param {number} id
   * @returns {Promise<ArrayBuffer>}
   */
  async readDocument(id) {
    const stored = await readDatabase(this.name, (database) => database.get("documents", id));
    if (!stored) throw new StoreError("lost");
    return stored.bytes;
  }

  /**
   * Run `work` in one transaction, which is durable and undone if it fails. Return the result of `work`.
   *
   * @template Result
   * @param {(stores: Stores) => Promise<Result>} work
   */
  #transact(work) {
    return withDatabase(this.name, async (database) => {
      const transaction = database.transaction(STORES, "readwrite", DURABLE);
      const stores = /** @type {Stores} */ (
        Object.fromEntries(STORES.map((store) => [store, transaction.objectStore(store)]))
      );
      const running = work(stores).catch((error) => {
        abort(transaction);
        throw error;
      });
      const [result] = await Promise.all([running, transaction.done]);
      return result;
    });
  }

  /**
   * Delete everything except unsent items and, if `keepsDrafts`, drafts. Return whether there are any.
   *
   * @param {{keepsDrafts: boolean}} options
   */
  deleteAllButUnsent({ keepsDrafts }) {
    return withDatabase(this.name, async (database) => {
      const transaction = database.transaction(["answers", "drafts", "outbox"], "readwrite");
      const [outbox, drafts] = [transaction.objectStore("outbox"), transaction.objectStore("drafts")];
      const items = await outbox.getAll();
      const sent = items.filter((item) => !isUnsent(item)); // their documents are deleted already
      if (!keepsDrafts) drafts.clear();
      const [draftCount] = await Promise.all([
        drafts.count(),
        transaction.objectStore("answers").clear(),
        ...sent.map(({ id }) => outbox.delete(id)),
        transaction.done,
      ]);
      return draftCount > 0 || sent.length < items.length;
    });
  }
}

/** The outbox of one account in memory. It lasts as long as the page. */
export class InMemoryOutbox {
  /** @type {Item[]} */
  #items = [];
  /** @type {Map<number, ArrayBuffer>} */
  #documents = new Map();
  #lastId = 0;

  /** @param {Owner} owner */
  constructor(owner) {
    this.owner = owner;
    this.name = databaseName(owner);
  }

  async list() {
    return [...this.#items];
  }

  /**
   * @param {NewItem} item
   * @param {ArrayBuffer | null} bytes
   */
  async add(item, bytes = null) {
    const added = { ...item, id: ++this.#lastId };
    this.#items.push(added);
    if (bytes) this.#documents.set(added.id, bytes);
    notify(this.name);
    return added;
  }

  /**
   * @param {number} id
   * @param {ItemChange} change
   * @param {ArrayBuffer | null} bytes
   */
  async change(id, change, bytes = null) {
    const index = this.#items.findIndex((item) => item.id === id);
    const changes = index < 0 ? undefined : change(this.#items[index]);
    if (changes === undefined) throw new ItemGoneError();
    const changed = changes && withChanges(this.#items[index], changes);
    this.#items.splice(index, 1, ...(changed ? [changed] : []));
    if (bytes) this.#documents.set(id, bytes);
    else if (!needsDocument(changed)) this.#documents.delete(id);
    notify(this.name);
    return changed;
  }

  /** @param {number} id */
  async readDocument(id) {
    return this.#documents.get(id) ?? null;
  }
}

/** @typedef {StoredOutbox | InMemoryOutbox} OutboxStorage */
/** @typedef {import("idb").IDBPObjectStore<unknown, typeof STORES, typeof STORES[number], "readwrite">} Store */
/** @typedef {Record<typeof STORES[number], Store>} Stores */

/**
 * @param {Item} item
 * @param {ItemChanges} changes
 */
function withChanges(item, changes) {
  const after = /** @type {Item} */ ({ ...item, ...changes });
  return { ...after, way: wayOf(item, after, Date.now()) };
}

/** @param {Item | null} item */
const needsDocument = (item) => Boolean(item?.document && isUnsent(item));

/** @param {string} name */
function notify(name) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(name);
  channel.close();
}

/**
 * Call `listener` with the name of each outbox that changes in any tab. Return a function that stops this.
 *
 * @param {(name: string) => void} listener
 */
export function onChange(listener) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => listener(data);
  return () => channel.close();
}

/**
 * Return a copy of a file as {name, size, bytes}. People move and delete the file itself. Reject with `StoreError`.
 *
 * @param {File} file
 */
export async function copyFile(file) {
  try {
    const bytes = await file.arrayBuffer();
    return { name: file.name ?? "invoice.pdf", size: bytes.byteLength, bytes };
  } catch (error) {
    throw new StoreError("broken", error, "This file cannot be read. Please choose it again.");
  }
}
