// Keeps focus nearby when the focused element disappears. Browsers would move focus to the top of the page.

let lastFocused: Element | null = null;
/** The elements around it within its screen, the nearest first. */
let surroundings: Element[] = [];

/** Start to watch the page. */
export function startFocusKeeper() {
  document.addEventListener("focusin", ({ target }) => {
    lastFocused = target as Element;
    surroundings = [...ancestorsWithin(lastFocused)];
  });
  const changes = { subtree: true, childList: true, attributeFilter: ["disabled", "hidden"] };
  new MutationObserver(restoreFocus).observe(document.getElementById("app") as Element, changes);
}

function restoreFocus() {
  const isElsewhere = ![document.body, lastFocused].includes(document.activeElement);
  if (!lastFocused || isElsewhere || isFocusable(lastFocused)) return;
  focus(surroundings.find((element) => element.isConnected) ?? document.querySelector("h1"));
}

function isFocusable(element: Element) {
  const { isConnected, disabled, hidden } = element as HTMLInputElement;
  return isConnected && !disabled && !hidden;
}

/**
 * Yield the ancestors that say something as a whole: the bar, or what is around it on the page. A paragraph of buttons
 * does not.
 */
function* ancestorsWithin(element: Element) {
  const [bar, main] = [element.closest(".bar"), element.closest("#main")];
  if (bar) yield bar;
  for (let ancestor = element.parentElement; main && ancestor && ancestor !== main; ancestor = ancestor.parentElement) {
    if (ancestor.tagName !== "P") yield ancestor;
  }
}

function focus(target: Element | null) {
  if (!target) return;
  const element = target as HTMLElement;
  if (!element.hasAttribute("tabindex")) {
    element.tabIndex = -1;
    element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
  }
  element.focus({ preventScroll: true });
}
