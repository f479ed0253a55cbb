// The databases of this device: opens, upgrades, closes and deletes them.
import { deleteDB, openDB } from "idb";
import { abort, watchDatabase, watchTransaction } from "./page-cache.js";

/**
 * The migrations of an account's database, one for each version. Never change one after its release: phones have every version.
 *
 * @type {Migration[]}
 */
export const MIGRATIONS = [
  (database) => {
    database.createObjectStore("answers", { keyPath: "path" });
    database.createObjectStore("outbox", { keyPath: "id", autoIncrement: true });
    database.createObjectStore("documents", { keyPath: "id" }); // as bytes: WebKit cannot read a Blob that was written back
    database.createObjectStore("drafts", { keyPath: "name" });
  },
];

const SENTENCES = {
  full: "This device has no room left for it, so it was not kept. Please free some space and try again.",
  closed:
    "This browser keeps nothing for the portal: it may be a private window, or a setting of yours. What you send goes " +
    "out from this page alone, so please leave it open until your agency has it.",
  lost: "This browser cannot reach what it keeps for the portal just now. Please close the portal and open it again.",
  blocked: "Another tab of the portal is in the way. Please close the other tabs, or restart the browser.",
  gone: "You have signed out, so nothing is kept here any more.",
  older: "The portal was updated in another tab. Please reload this page.",
  broken: "This browser could not keep it. Please try again; if that does not help, restart the browser.",
};

/** @typedef {keyof typeof SENTENCES} StoreReason */

/** A failure to keep or read data. `reason` is a key of the table above; `sentence` is for people. */
export class StoreError extends Error {
  /**
   * @param {StoreReason} reason
   * @param {unknown} [cause]
   * @param {string} [sentence]
   */
  constructor(reason, cause, sentence = SENTENCES[reason]) {
    super(`${reason}: ${cause}`, { cause });
    this.reason = reason;
    this.sentence = sentence;
  }
}

/**
 * Return the sentence for people that an error carries, or undefined.
 *
 * @param {unknown} error
 * @returns {string | undefined}
 */
export const sentenceOf = (error) => /** @type {{sentence?: string} | undefined} */ (error)?.sentence;

const CONNECTION_LOST = ["InvalidStateError", "UnknownError"];
const PREFIX = "portal:";
const OPEN_MS = 10_000;
export const READ_MS = 10_000;
export const DELETE_MS = 3_000;
/** @type {Map<string, Promise<Database>>} */
const openings = new Map();
/**
 * The names of deleted databases. Writes to them are refused.
 *
 * @type {Set<string>}
 */
const deletedNames = new Set();
/**
 * The names of databases that this page has created: this device had none of them.
 *
 * @type {Set<string>}
 */
const createdNames = new Set();
/** True once a database has worked on this page: the browser does keep data for the portal. */
let hasWorked = false;

/**
 * Return the name of the database of a person's account. Two people who share an account have a database each.
 *
 * @param {Owner} owner
 */
export const databaseName = ({ agency, contractorId, email }) => `${PREFIX}${agency}/${contractorId} ${email}`;

/**
 * Return the owner of the database of this name, or null if it is not an account's database.
 *
 * @param {string} name
 * @returns {Owner | null}
 */
function ownerOf(name) {
  const [, agency, contractorId, email] = /^portal:([^/]+)\/([^ ]+) (.+)$/.exec(name) ?? [];
  return agency && contractorId && email ? { agency, contractorId, email } : null;
}

/** Return the owners of all databases on this device. If the browser cannot list them, return those opened by this page. */
export async function listOwners() {
  const names = indexedDB.databases
    ? (await guarded(() => withTimeout(READ_MS, indexedDB.databases()))).map(({ name }) => name ?? "")
    : [...openings.keys()];
  return names.map(ownerOf).filter((owner) => owner !== null);
}

/**
 * Return whether this page has created the database of this name since the last call.
 *
 * @param {string} name
 */
export const wasCreated = (name) => createdNames.delete(name);

/** Note that this browser is known to keep data for the portal. */
export const markAsWorking = () => {
  hasWorked = true;
};

/**
 * Accept writes to this database again, after its deletion: its owner has signed in again.
 *
 * @param {string} name
 */
export const readmit = (name) => deletedNames.delete(name);

/**
 * Return the open database of this name. Create or upgrade it first. Reject with `StoreError`.
 *
 * @param {string} name
 */
export async function open(name, migrations = MIGRATIONS) {
  if (deletedNames.has(name)) throw new StoreError("gone");
  let opening = openings.get(name);
  if (!opening) {
    opening = openConnection(name, migrations);
    openings.set(name, opening);
    opening.catch(() => openings.delete(name));
  }
  // A frozen tab delays an upgrade or a deletion. The opening goes on in the background, and may succeed next time.
  return guarded(() => withTimeout(OPEN_MS, /** @type {Promise<Database>} */ (opening)));
}

/**
 * @param {string} name
 * @param {Migration[]} migrations
 */
const openConnection = (name, migrations) =>
  guarded(async () => {
    const database = await openDB(name, migrations.length, {
      upgrade(database, oldVersion, _, transaction) {
        watchTransaction(transaction); // if it is aborted, opening fails and the database stays as it was
        if (!oldVersion) createdNames.add(name);
        migrate(migrations.slice(oldVersion), database, transaction);
      },
      // A newer page wants to upgrade the database. Without a new version, a person signs out in another tab.
      blocking(_, newVersion) {
        if (newVersion === null) deletedNames.add(name);
        close(name);
      },
      terminated: () => openings.delete(name),
    });
    watchDatabase(database);
    return database;
  });

/**
 * @param {Migration[]} migrations
 * @param {Database} database
 * @param {UpgradeTransaction} transaction
 */
async function migrate(migrations, database, transaction) {
  try {
    for (const migration of migrations) await migration(database, transaction);
  } catch {
    abort(transaction);
  }
}

/**
 * Close the database if this page has it open. The next use opens it again.
 *
 * @param {string} name
 */
export async function close(name) {
  const opening = openings.get(name);
  openings.delete(name);
  (await opening?.catch(() => null))?.close();
}

/**
 * Delete the database of this name with all its data. Other tabs close it, except frozen ones. In that case, empty its
 * stores at once; the browser deletes it when the frozen tab is gone. Reject with `StoreError` if both fail.
 *
 * @param {string} name
 */
export async function deleteDatabase(name) {
  const clearing = withTimeout(DELETE_MS, clear(name)).then(() => true, () => false);
  deletedNames.add(name);
  const isEmpty = await clearing;
  close(name);
  try {
    await guarded(() => withTimeout(DELETE_MS, deleteDB(name)));
  } catch (error) {
    if (!isEmpty) throw error;
  }
}

/** @param {string} name */
async function clear(name) {
  const database = await open(name);
  const stores = [...database.objectStoreNames];
  const transaction = database.transaction(stores, "readwrite");
  await Promise.all([...stores.map((store) => transaction.objectStore(store).clear()), transaction.done]);
}

/**
 * Run `work` on the open database of this name, and return its result. If the connection was lost, as on phones that
 * sleep, run it again on a new connection. Reject with `StoreError`.
 *
 * @template Result
 * @param {string} name
 * @param {(database: Database) => Promise<Result>} work
 * @param {Migration[]} [migrations]
 */
export const withDatabase = (name, work, migrations) =>
  guarded(async () => {
    const result = await withReconnect(name, work, migrations);
    hasWorked = true;
    return result;
  });

/**
 * Run a `work` that only reads, like `withDatabase`. Reject with the `StoreError` `blocked` if a frozen tab blocks it for 10 s.
 *
 * @template Result
 * @param {string} name
 * @param {(database: Database) => Promise<Result>} work
 * @param {Migration[]} [migrations]
 */
export const readDatabase = (name, work, migrations) =>
  guarded(() => withTimeout(READ_MS, withDatabase(name, work, migrations)));

/**
 * @template Result
 * @param {string} name
 * @param {(database: Database) => Promise<Result>} work
 * @param {Migration[]} [migrations]
 */
async function withReconnect(name, work, migrations) {
  try {
    return await work(await open(name, migrations));
  } catch (error) {
    const { cause, name: errorName } = /** @type {Error} */ (error);
    if (!CONNECTION_LOST.includes(cause ? /** @type {Error} */ (cause).name : errorName)) throw error;
    await close(name);
    return work(await open(name, migrations));
  }
}

/**
 * Settle as `promise` does, but reject with a `TimeoutError` (a DOMException) after `ms` milliseconds. Another tab, or a
 * lost file, can keep a browser from ever answering.
 *
 * @template Result
 * @param {number} ms
 * @param {Promise<Result>} promise
 */
export async function withTimeout(ms, promise) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {Promise<never>} */
  const timeout = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new DOMException(`not within ${ms} ms`, "TimeoutError")), ms);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Return the result of `work`. Convert its errors into `StoreError`.
 *
 * @template Result
 * @param {() => Promise<Result>} work
 */
export async function guarded(work) {
  try {
    return await work();
  } catch (error) {
    throw error instanceof StoreError ? error : new StoreError(reasonOf(/** @type {Error} */ (error)), error);
  }
}

/**
 * @param {Error} error
 * @returns {StoreReason}
 */
function reasonOf(error) {
  if (error.name === "QuotaExceededError") return "full";
  if (error.name === "VersionError") return "older";
  if (error.name === "TimeoutError") return "blocked";
  // Each browser reports missing storage by an error of its own.
  const isStorageMissing =
    ["SecurityError", ...CONNECTION_LOST].includes(error.name) || error instanceof ReferenceError || error instanceof TypeError;
  if (isStorageMissing) return hasWorked ? "lost" : "closed";
  return "broken";
}
