// The last responses of each account, shown while there is no network. They are a convenience: nothing here ever rejects.
import { databaseName, readDatabase, withDatabase } from "./database.ts";

const MAX_RESPONSES = 300;

export type SavedResponse = { path: string; body: Json; etag?: string | null; readAt: number };

/**
 * Save the body and the ETag of the response to GET `path` for this owner. Delete the oldest responses if there are
 * many.
 */
export async function saveResponse(owner: Owner, path: string, body: Json, etag: string | null = null) {
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

/** Return the last response to GET `path` for this owner, or null. */
export async function lastResponse(owner: Owner, path: string): Promise<SavedResponse | null> {
  try {
    return (await readDatabase(databaseName(owner), (database) => database.get("answers", path))) ?? null;
  } catch {
    return null;
  }
}

async function deleteOldest(store: import("idb").IDBPObjectStore<unknown, ["answers"], "answers", "readwrite">) {
  const oldestFirst = (await store.getAll()).sort((first, second) => first.readAt - second.readAt);
  await Promise.all(oldestFirst.slice(0, oldestFirst.length - MAX_RESPONSES).map(({ path }) => store.delete(path)));
}
