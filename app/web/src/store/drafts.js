// What is half written, in each account. It is a convenience: nothing here ever fails.
import { nameOf, using } from "./database.js";

/** What was kept under `name` for this owner, or null. It waits without a limit: an empty form would overwrite it. */
export async function draftOf(owner, name) {
  try {
    return (await using(nameOf(owner), (database) => database.get("drafts", name)))?.content ?? null;
  } catch {
    return null;
  }
}

/** Keep `content` under `name` for this owner; null for none any more. */
export async function keepDraft(owner, name, content) {
  try {
    await using(nameOf(owner), (database) => {
      const transaction = database.transaction("drafts", "readwrite");
      const changed = content === null ? transaction.store.delete(name) : transaction.store.put({ name, content });
      transaction.commit(); // so that it is kept although one leaves the page
      return Promise.all([changed, transaction.done]);
    });
  } catch {
    // Then it lasts as long as the screen.
  }
}
