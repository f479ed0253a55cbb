// Databases of this device: opened, brought up to date, closed when another tab asks, deleted.
import { deleteDB, openDB } from "idb";

/** What each version of an account's database added. Rows are only ever added here: phones hold every version there was. */
export const MIGRATIONS = [
  (database) => {
    database.createObjectStore("answers", { keyPath: "path" });
    database.createObjectStore("outbox", { keyPath: "id", autoIncrement: true });
    database.createObjectStore("drafts", { keyPath: "name" });
  },
];

const SENTENCES = {
  full: "This device has no room left for it, so it was not kept. Please free some space and try again.",
  closed:
    "This browser keeps nothing for the portal: it may be a private window, or a setting of yours. What you send goes " +
    "out from this page alone, so please leave it open until your agency has it.",
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
const opened = new Map();
/** Names that were deleted: what was still on its way for them is not kept after all. */
const dropped = new Set();

/** The name of the database of a person's account; two people who share an account have one each. */
export const nameOf = ({ agency, contractorId, email }) => `${PREFIX}${agency}/${contractorId} ${email}`;

/** Whose database a name is, or null if it is none of ours. */
export function ownerOf(name) {
  const [, agency, contractorId, email] = /^portal:([^/]+)\/([^ ]+) (.+)$/.exec(name) ?? [];
  return email ? { agency, contractorId, email } : null;
}

/** Everybody who has a database on this device; where a browser cannot tell, those who had it open in this page. */
export async function owners() {
  const all = indexedDB.databases ? await guarded(() => indexedDB.databases()) : [...opened.keys()].map((name) => ({ name }));
  return all.map(({ name }) => ownerOf(name)).filter(Boolean);
}

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
  return opened.get(name);
}

const openAnew = (name, migrations) =>
  guarded(() =>
    openDB(name, migrations.length, {
      upgrade(database, from, _, transaction) {
        transaction.done.catch(() => {}); // then the opening itself fails, and all is as it was
        for (const migrate of migrations.slice(from)) migrate(database, transaction);
      },
      // A newer page wants to change it or, without a version, somebody signs out in another tab.
      blocking(_, wanted) {
        if (wanted === null) dropped.add(name);
        close(name);
      },
      terminated: () => opened.delete(name),
    }),
  );

/** Close it, if it is open here; who needs it next opens it again. */
export async function close(name) {
  const opening = opened.get(name);
  opened.delete(name);
  (await opening?.catch(() => null))?.close();
}

/** Delete it with all that is in it; other tabs close theirs. */
export async function drop(name) {
  dropped.add(name);
  await close(name);
  await guarded(() => deleteDB(name));
}

/**
 * What `work` makes of the open database of this name; once more with another connection where a phone has lost the one
 * there was, as some do while they sleep. Rejects with `StoreError`.
 */
export const using = (name, work, migrations) =>
  guarded(async () => {
    try {
      return await work(await open(name, migrations));
    } catch (error) {
      if (!LOST.includes((error.cause ?? error).name)) throw error;
      await close(name);
      return work(await open(name, migrations));
    }
  });

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
  // Without any storage, browsers say so in as many ways as there are browsers.
  if (["SecurityError", ...LOST].includes(error.name)) return "closed";
  return error instanceof ReferenceError || error instanceof TypeError ? "closed" : "broken";
}
