// The outbox of one person's account, kept in its database: read, added to, changed one whole step at a time.
import { StoreError, nameOf, using } from "../store/database.js";
import { isUnsent } from "./states.js";

const CHANNEL = "portal-outbox";
const DURABLE = { durability: "strict" }; // on the disk before anybody is told that it is kept

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
    return using(this.name, (database) => database.getAll("outbox"));
  }

  /** Keep a new item, as it is from then on. */
  async add(item) {
    const added = await using(this.name, async (database) => {
      const { store, done } = database.transaction("outbox", "readwrite", DURABLE);
      const [id] = await Promise.all([store.add(item), done]);
      return { ...item, id };
    });
    tell(this.name);
    return added;
  }

  /** Change an item to what `change` makes of it, as it is now; deletes it for null. Rejects with `Gone`, `StoreError`. */
  async change(id, change) {
    const changed = await using(this.name, async (database) => {
      const { store, done } = database.transaction("outbox", "readwrite", DURABLE);
      const item = await store.get(id);
      const changes = item && change(item);
      if (changes) await Promise.all([store.put({ ...item, ...changes }), done]);
      else if (changes === null) await Promise.all([store.delete(id), done]);
      else await done;
      return changes === undefined ? undefined : changes && { ...item, ...changes };
    });
    if (changed === undefined) throw new Gone();
    tell(this.name);
    return changed;
  }

  /** Leave nothing but what has still to go out: somebody else uses this device now. */
  tidy() {
    return using(this.name, async (database) => {
      const transaction = database.transaction(["answers", "drafts", "outbox"], "readwrite");
      const outbox = transaction.objectStore("outbox");
      const gone = (await outbox.getAll()).filter((item) => !isUnsent(item));
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
  #last = 0;

  constructor(owner) {
    this.owner = owner;
    this.name = nameOf(owner);
  }

  async all() {
    return [...this.#items];
  }

  async add(item) {
    const added = { ...item, id: ++this.#last };
    this.#items.push(added);
    tell(this.name);
    return added;
  }

  async change(id, change) {
    const place = this.#items.findIndex((item) => item.id === id);
    const changes = place < 0 ? undefined : change(this.#items[place]);
    if (changes === undefined) throw new Gone();
    const changed = changes && { ...this.#items[place], ...changes };
    this.#items.splice(place, 1, ...(changed ? [changed] : []));
    tell(this.name);
    return changed;
  }
}

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

/** A document that does not hang on the file it came from: people move and delete those. Rejects with `StoreError`. */
export async function copyOf(file) {
  try {
    const blob = new Blob([await file.arrayBuffer()], { type: "application/pdf" });
    return { name: file.name ?? "invoice.pdf", size: blob.size, blob };
  } catch (error) {
    throw Object.assign(new StoreError("broken", error), {
      sentence: "This file cannot be read. Please choose it again.",
    });
  }
}
