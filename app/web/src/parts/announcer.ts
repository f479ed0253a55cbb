// Announces changes to screen readers, which sighted people see.

const DELAY_MS = 400; // the person may still be typing, and only the last announcement counts

let timer: ReturnType<typeof setTimeout> | undefined;

/** Announce `text` unless another announcement follows at once. */
export function announce(text: string) {
  const region = document.getElementById("announcer") as HTMLElement;
  region.textContent = ""; // otherwise screen readers skip a repeated text
  clearTimeout(timer);
  timer = setTimeout(() => {
    region.textContent = text;
  }, DELAY_MS);
}
