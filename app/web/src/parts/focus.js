// Keeps focus nearby when the focused element disappears. Browsers would move focus to the top of the page.

/** @type {Element | null} */
let lastFocused = null;
/**
 * The elements around it within its screen, the nearest first.
 *
 * @type {Element[]}
 */
let surroundings = [];

/** Start to watch the page. */
export function startFocusKeeper() {
  document.addEventListener("focusin", ({ target }) => {
    lastFocused = /** @type {Element} */ (target);
    surroundings = [...ancestorsWithin(lastFocused)];
  });
  const changes = { subtree: true, childList: true, attributeFilter: ["disabled", "hidden"] };
  new MutationObserver(restoreFocus).observe(/** @type {Element} */ (document.getElementById("app")), changes);
}

function restoreFocus() {
  const isElsewhere = ![document.body, lastFocused].includes(document.activeElement);
  if (!lastFocused || isElsewhere || isFocusable(lastFocused)) return;
  focus(surroundings.find((element) => element.isConnected) ?? document.querySelector("h1"));
}

/** @param {Element} element */
function isFocusable(element) {
  const { isConnected, disabled, hidden } = /** @type {HTMLInputElement} */ (element);
  return isConnected && !disabled && !hidden;
}

/**
 * Yield the ancestors that say something as a whole: the bar, or what is around it on the page. A paragraph of buttons does not.
 *
 * @param {Element} element
 */
function* ancestorsWithin(element) {
  const [bar, main] = [element.closest(".bar"), element.closest("#main")];
  if (bar) yield bar;
  for (let ancestor = element.parentElement; main && ancestor && ancestor !== main; ancestor = ancestor.parentElement) {
    if (ancestor.tagName !== "P") yield ancestor;
  }
}

/** @param {Element | null} target */
function focus(target) {
  if (!target) return;
  const element = /** @type {HTMLElement} */ (target);
  if (!element.hasAttribute("tabindex")) {
    element.tabIndex = -1;
    element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
  }
  element.focus({ preventScroll: true });
}
