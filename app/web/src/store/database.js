// Databases of this device: opened, brought up to date, closed when another tab asks, deleted.
import { deleteDB, openDB } from "idb";
import { abort, watch, watchTransaction } from "./put-aside.js";
import { within } from "./within.js";

/** What each version of an account's database added. Rows are only ever added here: phones hold every version there was. */
export const MIGRATIONS = [
  (database) => {
    database.createObjectStore("answers", { keyPath: "path" });
    database.createObjectStore("outbox", { keyPath: "id", autoIncrement: true });
    database.createObjectStore("drafts", { keyPath: "name" });
  },
  // A document is stored once, as bytes, apart from its item. The first version had it inside, as a Blob. WebKit cannot
  // read a Blob that was written back, and Chromium hangs on one whose file is gone, so rows with a Blob stay untouched,
  // in `blobs`, until it is read.
  async (database, transaction) => {
    const blobs = transaction.objectStore("outbox");
    blobs.name = "blobs";
    const outbox = database.createObjectStore("outbox", { keyPath: "id", autoIncrement: true });
    database.createObjectStore("documents", { keyPath: "id" });
    for (let row = await blobs.openCursor(); row; row = await row.continue()) {
      const { document, ...item } = row.value;
      outbox.put({ ...item, document: document && { name: document.name, size: document.size } });
      if (!document?.blob) row.delete();
    }
  },
];

const SENTENCES = {
  full: "This device has no room left for it, so it was not kept. Please free some space and try again.",
  closed:
    "This browser keeps nothing for the portal: it may be a private window, or a setting of yours. What you send goes " +
    "out from this page alone, so please leave it open until your agency has it.",
  lost: "This browser cannot reach what it keeps for the portal just now. Please close the portal and open it again.",
  held: "Another tab of the portal is in the way. Please close the other tabs, or restart the browser.",
  gone: "You have signed out, so nothing is kept here any more.",
  older: "The portal was updated in another tab. Please reload this page.",
  broken: "This browser could not keep it. Please try again; if that does not help, restart the browser.",
};

/** Something could not be kept or read. `reason` is a key of the table above, `sentence` is for people. */
export class StoreError extends Error {
  constructor(reason, cause) {
    super(`${reason}: ${cause}`, { cause });
    this.reason = reason;
    this.sentence = SENTENCES[reason];
  }
}

const LOST = ["InvalidStateError", "UnknownError"];
const PREFIX = "portal:";
const OPEN_MS = 10_000;
export const READ_MS = 10_000;
export const DELETE_MS = 3_000;
const opened = new Map();
/** Names that were deleted: what was still on its way for them is not kept after all. */
const dropped = new Set();
/** Whether a database has worked here: from then on nobody may say that this browser keeps nothing. */
let hasWorked = false;

/** The name of the database of a person's account; two people who share an account have one each. */
export const nameOf = ({ agency, contractorId, email }) => `${PREFIX}${agency}/${contractorId} ${email}`;

/** Whose database a name is, or null if it is none of ours. */
export function ownerOf(name) {
  const [, agency, contractorId, email] = /^portal:([^/]+)\/([^ ]+) (.+)$/.exec(name) ?? [];
  return email ? { agency, contractorId, email } : null;
}

/** Everybody who has a database on this device; where a browser cannot tell, those who had it open in this page. */
export async function owners() {
  const all = indexedDB.databases ? await guarded(() => within(READ_MS, indexedDB.databases())) : [...opened.keys()].map((name) => ({ name }));
  return all.map(({ name }) => ownerOf(name)).filter(Boolean);
}

/** This browser has kept something before, as is known from elsewhere. */
export const hasKept = () => {
  hasWorked = true;
};

/** Somebody is (back) at the database of this name, deleted before or not. */
export const admit = (name) => dropped.delete(name);

/** The open database of this name, made or brought up to date first. Rejects with `StoreError`. */
export async function open(name, migrations = MIGRATIONS) {
  if (dropped.has(name)) throw new StoreError("gone");
  if (!opened.has(name)) {
    const opening = openAnew(name, migrations);
    opened.set(name, opening);
    opening.catch(() => opened.delete(name));
  }
  // A tab that is frozen keeps a newer version, or a deletion, waiting: the opening goes on, and may be there next time.
  return guarded(() => within(OPEN_MS, opened.get(name)));
}

const openAnew = (name, migrations) =>
  guarded(async () => {
    const database = await openDB(name, migrations.length, {
      upgrade(database, from, _, transaction) {
        watchTransaction(transaction); // undone, the opening itself fails, and all is as it was
        migrate(migrations.slice(from), database, transaction);
      },
      // A newer page wants to change it or, without a version, somebody signs out in another tab.
      blocking(_, wanted) {
        if (wanted === null) dropped.add(name);
        close(name);
      },
      terminated: () => opened.delete(name),
    });
    watch(database);
    return database;
  });

async function migrate(migrations, database, transaction) {
  try {
    for (const each of migrations) await each(database, transaction);
  } catch {
    abort(transaction);
  }
}

/** Close it, if it is open here; who needs it next opens it again. */
export async function close(name) {
  const opening = opened.get(name);
  opened.delete(name);
  (await opening?.catch(() => null))?.close();
}

/**
 * Delete the database of this name with all that is in it; other tabs close theirs. A tab that is frozen does not: then
 * its stores are emptied at once, and the browser deletes it when that tab is gone. Rejects with `StoreError` where
 * neither could be done.
 */
export async function drop(name) {
  const emptied = within(DELETE_MS, clear(name)).then(() => true, () => false);
  dropped.add(name);
  const isEmpty = await emptied;
  close(name);
  try {
    await guarded(() => within(DELETE_MS, deleteDB(name)));
  } catch (error) {
    if (!isEmpty) throw error;
  }
}

async function clear(name) {
  const database = await open(name);
  const stores = [...database.objectStoreNames];
  const transaction = database.transaction(stores, "readwrite");
  await Promise.all([...stores.map((store) => transaction.objectStore(store).clear()), transaction.done]);
}

/**
 * What `work` makes of the open database of this name; once more with another connection where a phone has lost the one
 * there was, as some do while they sleep. Rejects with `StoreError`.
 */
export const using = (name, work, migrations) =>
  guarded(async () => {
    const result = await retried(name, work, migrations);
    hasWorked = true;
    return result;
  });

/** The same for a `work` that only reads. Rejects with `StoreError` `held` where a frozen tab is in the way for 10 s. */
export const reading = (name, work, migrations) => guarded(() => within(READ_MS, using(name, work, migrations)));

async function retried(name, work, migrations) {
  try {
    return await work(await open(name, migrations));
  } catch (error) {
    if (!LOST.includes((error.cause ?? error).name)) throw error;
    await close(name);
    return work(await open(name, migrations));
  }
}

/** What `work` gives; what goes wrong in it as a `StoreError`. */
export async function guarded(work) {
  try {
    return await work();
  } catch (error) {
    throw error instanceof StoreError ? error : new StoreError(reasonOf(error), error);
  }
}

function reasonOf(error) {
  if (error.name === "QuotaExceededError") return "full";
  if (error.name === "VersionError") return "older";
  if (error.name === "TimeoutError") return "held";
  // Without any storage, browsers say so in as many ways as there are browsers.
  const isClosed =
    ["SecurityError", ...LOST].includes(error.name) || error instanceof ReferenceError || error instanceof TypeError;
  if (isClosed) return hasWorked ? "lost" : "closed";
  return "broken";
}
