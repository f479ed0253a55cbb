// The storage of one account's outbox: its database, or the memory of the page if the browser keeps nothing.
import { StoreError, databaseName, readDatabase, withDatabase } from "../store/database.ts";
import { abort } from "../store/page-cache.ts";
import { isUnsent, wayOf } from "./states.ts";

const CHANNEL = "portal-outbox";
const DURABLE: IDBTransactionOptions = { durability: "strict" }; // the data is on the disk before the app says that it is kept
const STORES = ["outbox", "documents"] as const;

/** A change was refused: the item is gone, or it is being sent. */
export class ItemGoneError extends Error {
  sentence = "This has been sent or deleted meanwhile.";
}

/** The outbox of one account, in its database. */
export class StoredOutbox {
  owner: Owner;
  name: string;

  constructor(owner: Owner) {
    this.owner = owner;
    this.name = databaseName(owner);
  }

  /** Return all items, the oldest first. */
  list(): Promise<Item[]> {
    return readDatabase(this.name, (database) => database.getAll("outbox"));
  }

  /** Keep a new item and the bytes of its document. Return the item with its id. */
  async add(item: NewItem, bytes: ArrayBuffer | null = null): Promise<Item> {
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
   */
  async change(id: number, change: ItemChange, bytes: ArrayBuffer | null = null) {
    const changed = await this.#transact(async ({ outbox, documents }) => {
      const item: Item | undefined = await outbox.get(id);
      const changes = item && change(item);
      if (changes === undefined) return undefined;
      const after = changes && withChanges(item as Item, changes);
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

  /** Return the bytes of an item's document. Reject with `StoreError` if they cannot be read now. */
  async readDocument(id: number): Promise<ArrayBuffer> {
    const stored = await readDatabase(this.name, (database) => database.get("documents", id));
    if (!stored) throw new StoreError("lost");
    return stored.bytes;
  }

  /** Run `work` in one transaction, which is durable and undone if it fails. Return the result of `work`. */
  #transact<Result>(work: (stores: Stores) => Promise<Result>) {
    return withDatabase(this.name, async (database) => {
      const transaction = database.transaction(STORES, "readwrite", DURABLE);
      const stores = Object.fromEntries(STORES.map((store) => [store, transaction.objectStore(store)])) as Stores;
      const running = work(stores).catch((error) => {
        abort(transaction);
        throw error;
      });
      const [result] = await Promise.all([running, transaction.done]);
      return result;
    });
  }

  /** Delete everything except unsent items and, if `keepsDrafts`, drafts. Return whether there are any. */
  deleteAllButUnsent({ keepsDrafts }: {keepsDrafts: boolean}) {
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
  owner: Owner;
  name: string;
  #items: Item[] = [];
  #documents: Map<number, ArrayBuffer> = new Map();
  #lastId = 0;

  constructor(owner: Owner) {
    this.owner = owner;
    this.name = databaseName(owner);
  }

  async list() {
    return [...this.#items];
  }

  async add(item: NewItem, bytes: ArrayBuffer | null = null) {
    const added = { ...item, id: ++this.#lastId };
    this.#items.push(added);
    if (bytes) this.#documents.set(added.id, bytes);
    notify(this.name);
    return added;
  }

  async change(id: number, change: ItemChange, bytes: ArrayBuffer | null = null) {
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

  async readDocument(id: number) {
    return this.#documents.get(id) ?? null;
  }
}

export type OutboxStorage = StoredOutbox | InMemoryOutbox;
export type Store = import("idb").IDBPObjectStore<unknown, typeof STORES, typeof STORES[number], "readwrite">;
export type Stores = Record<typeof STORES[number], Store>;

function withChanges(item: Item, changes: ItemChanges) {
  const after = { ...item, ...changes } as Item;
  return { ...after, way: wayOf(item, after, Date.now()) };
}

const needsDocument = (item: Item | null) => Boolean(item?.document && isUnsent(item));

function notify(name: string) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(name);
  channel.close();
}

/** Call `listener` with the name of each outbox that changes in any tab. Return a function that stops this. */
export function onChange(listener: (name: string) => void) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => listener(data);
  return () => channel.close();
}

/**
 * Return a copy of a file as {name, size, bytes}. People move and delete the file itself. Reject with `StoreError`.
 */
export async function copyFile(file: File) {
  try {
    const bytes = await file.arrayBuffer();
    return { name: file.name ?? "invoice.pdf", size: bytes.byteLength, bytes };
  } catch (error) {
    throw new StoreError("broken", error, "This file cannot be read. Please choose it again.");
  }
}
