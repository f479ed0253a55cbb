// What a screen reader says of a change that sighted people see.

const WAIT_MS = 400; // typing goes on meanwhile, and only the last of what was to be said counts

let timer = 0;

/** Have `text` said, once nothing newer comes. */
export function announce(text) {
  const region = document.getElementById("announcer");
  region.textContent = ""; // the same words again are said again
  clearTimeout(timer);
  timer = setTimeout(() => {
    region.textContent = text;
  }, WAIT_MS);
}
