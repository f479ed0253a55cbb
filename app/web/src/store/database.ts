// The databases of this device: opens, upgrades, closes and deletes them.
import { deleteDB, openDB } from "idb";
import { abort, watchDatabase, watchTransaction } from "./page-cache.ts";

/**
 * The migrations of an account's database, one for each version. Never change one after its release: phones have every
 * version.
 */
export const MIGRATIONS: Migration[] = [
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

export type StoreReason = keyof typeof SENTENCES;

/** A failure to keep or read data. `reason` is a key of the table above; `sentence` is for people. */
export class StoreError extends Error {
  reason: StoreReason;
  sentence: string;

  constructor(reason: StoreReason, cause?: unknown, sentence: string = SENTENCES[reason]) {
    super(`${reason}: ${cause}`, { cause });
    this.reason = reason;
    this.sentence = sentence;
  }
}

/** Return the sentence for people that an error carries, or undefined. */
export const sentenceOf = (error: unknown): string | undefined => (error as {sentence?: string} | undefined)?.sentence;

const CONNECTION_LOST = ["InvalidStateError", "UnknownError"];
const PREFIX = "portal:";
const OPEN_MS = 10_000;
export const READ_MS = 10_000;
export const DELETE_MS = 3_000;
const openings: Map<string, Promise<Database>> = new Map();
/** The names of deleted databases. Writes to them are refused. */
const deletedNames: Set<string> = new Set();
/** The names of databases that this page has created: this device had none of them. */
const createdNames: Set<string> = new Set();
/** True once a database has worked on this page: the browser does keep data for the portal. */
let hasWorked = false;

/** Return the name of the database of a person's account. Two people who share an account have a database each. */
export const databaseName = ({ agency, contractorId, email }: Owner) => `${PREFIX}${agency}/${contractorId} ${email}`;

/** Return the owner of the database of this name, or null if it is not an account's database. */
function ownerOf(name: string): Owner | null {
  const [, agency, contractorId, email] = /^portal:([^/]+)\/([^ ]+) (.+)$/.exec(name) ?? [];
  return agency && contractorId && email ? { agency, contractorId, email } : null;
}

/**
 * Return the owners of all databases on this device. If the browser cannot list them, return those opened by this page.
 */
export async function listOwners() {
  const names = indexedDB.databases
    ? (await guarded(() => withTimeout(READ_MS, indexedDB.databases()))).map(({ name }) => name ?? "")
    : [...openings.keys()];
  return names.map(ownerOf).filter((owner) => owner !== null);
}

/** Return whether this page has created the database of this name since the last call. */
export const wasCreated = (name: string) => createdNames.delete(name);

/** Note that this browser is known to keep data for the portal. */
export const markAsWorking = () => {
  hasWorked = true;
};

/** Accept writes to this database again, after its deletion: its owner has signed in again. */
export const readmit = (name: string) => deletedNames.delete(name);

/** Return the open database of this name. Create or upgrade it first. Reject with `StoreError`. */
export async function open(name: string, migrations = MIGRATIONS) {
  if (deletedNames.has(name)) throw new StoreError("gone");
  let opening = openings.get(name);
  if (!opening) {
    opening = openConnection(name, migrations);
    openings.set(name, opening);
    opening.catch(() => openings.delete(name));
  }
  // A frozen tab delays an upgrade or a deletion. The opening goes on in the background, and may succeed next time.
  return guarded(() => withTimeout(OPEN_MS, opening as Promise<Database>));
}

const openConnection = (name: string, migrations: Migration[]) =>
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

async function migrate(migrations: Migration[], database: Database, transaction: UpgradeTransaction) {
  try {
    for (const migration of migrations) await migration(database, transaction);
  } catch {
    abort(transaction);
  }
}

/** Close the database if this page has it open. The next use opens it again. */
export async function close(name: string) {
  const opening = openings.get(name);
  openings.delete(name);
  (await opening?.catch(() => null))?.close();
}

/**
 * Delete the database of this name with all its data. Other tabs close it, except frozen ones. In that case, empty its
 * stores at once; the browser deletes it when the frozen tab is gone. Reject with `StoreError` if both fail.
 */
export async function deleteDatabase(name: string) {
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

async function clear(name: string) {
  const database = await open(name);
  const stores = [...database.objectStoreNames];
  const transaction = database.transaction(stores, "readwrite");
  await Promise.all([...stores.map((store) => transaction.objectStore(store).clear()), transaction.done]);
}

/**
 * Run `work` on the open database of this name, and return its result. If the connection was lost, as on phones that
 * sleep, run it again on a new connection. Reject with `StoreError`.
 */
export const withDatabase = <Result>(name: string, work: (database: Database) => Promise<Result>, migrations?: Migration[]) =>
  guarded(async () => {
    const result = await withReconnect(name, work, migrations);
    hasWorked = true;
    return result;
  });

/**
 * Run a `work` that only reads, like `withDatabase`. Reject with the `StoreError` `blocked` if a frozen tab blocks it
 * for 10 s.
 */
export const readDatabase = <Result>(name: string, work: (database: Database) => Promise<Result>, migrations?: Migration[]) =>
  guarded(() => withTimeout(READ_MS, withDatabase(name, work, migrations)));

async function withReconnect<Result>(name: string, work: (database: Database) => Promise<Result>, migrations?: Migration[]) {
  try {
    return await work(await open(name, migrations));
  } catch (error) {
    const { cause, name: errorName } = error as Error;
    if (!CONNECTION_LOST.includes(cause ? (cause as Error).name : errorName)) throw error;
    await close(name);
    return work(await open(name, migrations));
  }
}

/**
 * Settle as `promise` does, but reject with a `TimeoutError` (a DOMException) after `ms` milliseconds. Another tab, or
 * a lost file, can keep a browser from ever answering.
 */
export async function withTimeout<Result>(ms: number, promise: Promise<Result>) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout: Promise<never> = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new DOMException(`not within ${ms} ms`, "TimeoutError")), ms);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/** Return the result of `work`. Convert its errors into `StoreError`. */
export async function guarded<Result>(work: () => Promise<Result>) {
  try {
    return await work();
  } catch (error) {
    throw error instanceof StoreError ? error : new StoreError(reasonOf(error as Error), error);
  }
}

function reasonOf(error: Error): StoreReason {
  if (error.name === "QuotaExceededError") return "full";
  if (error.name === "VersionError") return "older";
  if (error.name === "TimeoutError") return "blocked";
  // Each browser reports missing storage by an error of its own.
  const isStorageMissing =
    ["SecurityError", ...CONNECTION_LOST].includes(error.name) || error instanceof ReferenceError || error instanceof TypeError;
  if (isStorageMissing) return hasWorked ? "lost" : "closed";
  return "broken";
}
