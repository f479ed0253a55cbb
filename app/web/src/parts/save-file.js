// Saves a text as a file.

const BROWSERS_NEED_MS = 60_000;

/**
 * Have the browser save a text as a file of this name.
 *
 * @param {string} name
 * @param {string} text
 * @param {string} [type]
 */
export function saveFile(name, text, type = "text/plain;charset=utf-8") {
  const address = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), BROWSERS_NEED_MS);
}
