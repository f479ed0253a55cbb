// The drafts of each account. They are a convenience: nothing here ever rejects.
import { databaseName, withDatabase } from "./database.ts";

/** Return the draft of this name, or null. The read has no time limit: an empty form would overwrite the draft. */
export async function readDraft(owner: Owner, name: string) {
  try {
    return (await withDatabase(databaseName(owner), (database) => database.get("drafts", name)))?.content ?? null;
  } catch {
    return null;
  }
}

/** Save the draft of this name. Delete it for null. */
export async function saveDraft(owner: Owner, name: string, content: unknown) {
  try {
    await withDatabase(databaseName(owner), (database) => {
      const transaction = database.transaction("drafts", "readwrite");
      const change = content === null ? transaction.store.delete(name) : transaction.store.put({ name, content });
      transaction.commit(); // otherwise leaving the page may abort it
      return Promise.all([change, transaction.done]);
    });
  } catch {
    // The draft then lasts only as long as the screen.
  }
}
