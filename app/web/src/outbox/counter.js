// Counts the waiting items of each outbox outside of its database, to notice if the browser has deleted the database. A number is
// there as long as the database is, even if it is 0.

/** @param {string} name */
const storageKey = (name) => `outbox ${name}`;

/**
 * Save the number of waiting items of the outbox of this name.
 *
 * @param {string} name
 * @param {number} number
 */
export function writeCount(name, number) {
  try {
    localStorage.setItem(storageKey(name), String(number));
  } catch {
    // Without localStorage, the app cannot notice the deletion.
  }
}

/**
 * Return the number that was saved last, or null.
 *
 * @param {string} name
 */
export function readCount(name) {
  try {
    const number = localStorage.getItem(storageKey(name));
    return number === null ? null : Number(number);
  } catch {
    return null;
  }
}

/**
 * Delete the number of the outbox of this name: its database is deleted on purpose.
 *
 * @param {string} name
 */
export function deleteCount(name) {
  try {
    localStorage.removeItem(storageKey(name));
  } catch {
    // There is none.
  }
}
