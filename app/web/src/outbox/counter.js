// Counts the waiting items of each outbox outside of its database, to notice if the browser has deleted the database.

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
    if (number) localStorage.setItem(storageKey(name), String(number));
    else localStorage.removeItem(storageKey(name));
  } catch {
    // Without localStorage, the app cannot notice the deletion.
  }
}

/**
 * Return the number that was saved last.
 *
 * @param {string} name
 */
export function readCount(name) {
  try {
    return Number(localStorage.getItem(storageKey(name)) ?? 0);
  } catch {
    return 0;
  }
}

/**
 * Delete the number of the outbox of this name.
 *
 * @param {string} name
 */
export const deleteCount = (name) => writeCount(name, 0);
