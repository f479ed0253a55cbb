// The last answers of each account, to show while there is no network. They are a convenience: nothing here ever fails.
import { nameOf, reading, using } from "./database.js";

const MOST = 300;

/** Keep what GET `path` answered for this owner, with its ETag; the oldest ones make room. */
export async function keep(owner, path, body, etag = null) {
  try {
    await using(nameOf(owner), async (database) => {
      const { store, done } = database.transaction("answers", "readwrite");
      await store.put({ path, body, etag, readAt: Date.now() });
      if ((await store.count()) > MOST) await leaveNewest(store);
      await done;
    });
  } catch {
    // Then it is asked for again next time.
  }
}

/** The last answer of GET `path` for this owner, as `{body, etag, readAt}` (milliseconds), or null. */
export async function kept(owner, path) {
  try {
    return (await reading(nameOf(owner), (database) => database.get("answers", path))) ?? null;
  } catch {
    return null;
  }
}

async function leaveNewest(store) {
  const oldestFirst = (await store.getAll()).sort((one, other) => one.readAt - other.readAt);
  await Promise.all(oldestFirst.slice(0, oldestFirst.length - MOST).map(({ path }) => store.delete(path)));
}
