// Counts the waiting items of each outbox outside of its database, to notice if the browser has deleted the database. A number is
// there as long as the database is, even if it is 0.

const storageKey = (name: string) => `outbox ${name}`;

/** Save the number of waiting items of the outbox of this name. */
export function writeCount(name: string, number: number) {
  try {
    localStorage.setItem(storageKey(name), String(number));
  } catch {
    // Without localStorage, the app cannot notice the deletion.
  }
}

/** Return the number that was saved last, or null. */
export function readCount(name: string) {
  try {
    const number = localStorage.getItem(storageKey(name));
    return number === null ? null : Number(number);
  } catch {
    return null;
  }
}

/** Delete the number of the outbox of this name: its database is deleted on purpose. */
export function deleteCount(name: string) {
  try {
    localStorage.removeItem(storageKey(name));
  } catch {
    // There is none.
  }
}
