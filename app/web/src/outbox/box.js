// The outbox of one person's account, kept in its database: read, added to, changed one whole step at a time.
import { READ_MS, StoreError, guarded, nameOf, reading, using } from "../store/database.js";
import { abort } from "../store/put-aside.js";
import { within } from "../store/within.js";
import { isUnsent } from "./states.js";

const CHANNEL = "portal-outbox";
const DURABLE = { durability: "strict" }; // on the disk before anybody is told that it is kept
const STORES = ["outbox", "documents", "blobs"];

/** Rejected changes: the item is not there any more, or somebody sends it just now. */
export class Gone extends Error {
  constructor() {
    super("gone");
    this.sentence = "This has been sent or deleted meanwhile.";
  }
}

export class Box {
  constructor(owner) {
    this.owner = owner;
    this.name = nameOf(owner);
  }

  /** All of it, oldest first. */
  all() {
    return reading(this.name, (database) => database.getAll("outbox"));
  }

  /** Keep a new item, as it is from then on; `bytes`: of its document, or null. */
  async add(item, bytes = null) {
    const added = await this.#wholly(async ({ outbox, documents }) => {
      const id = await outbox.add(item);
      if (bytes) await documents.put({ id, bytes });
      return { ...item, id };
    });
    tell(this.name);
    return added;
  }

  /**
   * Change an item to what `change` makes of it, as it is now; deletes it for null. Its document is not written again:
   * it changes only if `bytes` are another one, and goes when the item needs none any more. Rejects with `Gone`,
   * `StoreError`.
   */
  async change(id, change, bytes = null) {
    const changed = await this.#wholly(async ({ outbox, documents, blobs }) => {
      const item = await outbox.get(id);
      const changes = item && change(item);
      if (changes === undefined) return undefined;
      const after = changes && { ...item, ...changes };
      const needs = needsDocument(after);
      await Promise.all([
        after ? outbox.put(after) : outbox.delete(id),
        needs ? bytes && documents.put({ id, bytes }) : documents.delete(id),
        (bytes || !needs) && blobs.delete(id),
      ]);
      return after;
    });
    if (changed === undefined) throw new Gone();
    tell(this.name);
    return changed;
  }

  /** The bytes of the document of an item. Rejects with `StoreError` where they cannot be read now. */
  async documentOf(id) {
    const kept = await reading(this.name, (database) => database.get("documents", id));
    return kept ? kept.bytes : this.#fromBlob(id);
  }

  /** As the first version of the database kept it: read once, and from then on kept as bytes. */
  async #fromBlob(id) {
    const old = await reading(this.name, (database) => database.get("blobs", id));
    if (!old) throw new StoreError("lost");
    const bytes = await guarded(() => within(READ_MS, old.document.blob.arrayBuffer()));
    const move = async ({ documents, blobs }) => {
      // Unless somebody has attached another one meanwhile.
      if (await blobs.count(id)) await Promise.all([documents.put({ id, bytes }), blobs.delete(id)]);
    };
    await this.#wholly(move).catch(() => {}); // no room for both: it is read from there again next time
    return bytes;
  }

  /** What `work` makes of the stores, all of it or nothing, on the disk. */
  #wholly(work) {
    return using(this.name, async (database) => {
      const transaction = database.transaction(STORES, "readwrite", DURABLE);
      const stores = Object.fromEntries(STORES.map((store) => [store, transaction.objectStore(store)]));
      const working = work(stores).catch((error) => {
        abort(transaction);
        throw error;
      });
      const [result] = await Promise.all([working, transaction.done]);
      return result;
    });
  }

  /** Leave nothing but what has still to go out: somebody else uses this device now. */
  tidy() {
    return using(this.name, async (database) => {
      const transaction = database.transaction(["answers", "drafts", "outbox"], "readwrite");
      const outbox = transaction.objectStore("outbox");
      const gone = (await outbox.getAll()).filter((item) => !isUnsent(item)); // whose documents went when they arrived
      await Promise.all([
        transaction.objectStore("answers").clear(),
        transaction.objectStore("drafts").clear(),
        ...gone.map(({ id }) => outbox.delete(id)),
        transaction.done,
      ]);
    });
  }
}

/** An outbox where the browser keeps nothing: it lasts as long as the page. */
export class PassingBox {
  #items = [];
  #documents = new Map();
  #last = 0;

  constructor(owner) {
    this.owner = owner;
    this.name = nameOf(owner);
  }

  async all() {
    return [...this.#items];
  }

  async add(item, bytes = null) {
    const added = { ...item, id: ++this.#last };
    this.#items.push(added);
    if (bytes) this.#documents.set(added.id, bytes);
    tell(this.name);
    return added;
  }

  async change(id, change, bytes = null) {
    const place = this.#items.findIndex((item) => item.id === id);
    const changes = place < 0 ? undefined : change(this.#items[place]);
    if (changes === undefined) throw new Gone();
    const changed = changes && { ...this.#items[place], ...changes };
    this.#items.splice(place, 1, ...(changed ? [changed] : []));
    if (bytes) this.#documents.set(id, bytes);
    else if (!needsDocument(changed)) this.#documents.delete(id);
    tell(this.name);
    return changed;
  }

  async documentOf(id) {
    return this.#documents.get(id);
  }
}

const needsDocument = (item) => Boolean(item?.document) && isUnsent(item);

function tell(name) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(name);
  channel.close();
}

/** Call `heard` with the name of each box that changes, in whatever tab. Returns how to stop. */
export function onChange(heard) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => heard(data);
  return () => channel.close();
}

/**
 * A document that does not hang on the file it came from, which people move and delete, as {name, size, bytes}. Rejects
 * with `StoreError`.
 */
export async function copyOf(file) {
  try {
    const bytes = await file.arrayBuffer();
    return { name: file.name ?? "invoice.pdf", size: bytes.byteLength, bytes };
  } catch (error) {
    throw Object.assign(new StoreError("broken", error), {
      sentence: "This file cannot be read. Please choose it again.",
    });
  }
}
