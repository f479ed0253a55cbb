// The last responses of each account, shown while there is no network. They are a convenience: nothing here ever rejects.
import { databaseName, readDatabase, withDatabase } from "./database.js";

const MAX_RESPONSES = 300;

/**
 * @typedef {object} SavedResponse
 * @property {string} path
 * @property {Json} body
 * @property {string | null} [etag]
 * @property {number} readAt
 */

/**
 * Save the body and the ETag of the response to GET `path` for this owner. Delete the oldest responses if there are many.
 *
 * @param {Owner} owner
 * @param {string} path
 * @param {Json} body
 * @param {string | null} etag
 */
export async function saveResponse(owner, path, body, etag = null) {
  try {
    await withDatabase(databaseName(owner), async (database) => {
      const { store, done } = database.transaction("answers", "readwrite");
      await store.put({ path, body, etag, readAt: Date.now() });
      if ((await store.count()) > MAX_RESPONSES) await deleteOldest(store);
      await done;
    });
  } catch {
    // The next visit requests it again.
  }
}

/**
 * Return the last response to GET `path` for this owner, or null.
 *
 * @param {Owner} owner
 * @param {string} path
 * @returns {Promise<SavedResponse | null>}
 */
export async function lastResponse(owner, path) {
  try {
    return (await readDatabase(databaseName(owner), (database) => database.get("answers", path))) ?? null;
  } catch {
    return null;
  }
}

/** @param {import("idb").IDBPObjectStore<unknown, ["answers"], "answers", "readwrite">} store */
async function deleteOldest(store) {
  const oldestFirst = (await store.getAll()).sort((first, second) => first.readAt - second.readAt);
  await Promise.all(oldestFirst.slice(0, oldestFirst.length - MAX_RESPONSES).map(({ path }) => store.delete(path)));
}
