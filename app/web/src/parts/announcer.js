// Announces changes to screen readers, which sighted people see.

const DELAY_MS = 400; // the person may still be typing, and only the last announcement counts

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * Announce `text` unless another announcement follows at once.
 *
 * @param {string} text
 */
export function announce(text) {
  const region = /** @type {HTMLElement} */ (document.getElementById("announcer"));
  region.textContent = ""; // otherwise screen readers skip a repeated text
  clearTimeout(timer);
  timer = setTimeout(() => {
    region.textContent = text;
  }, DELAY_MS);
}
