// Keeps focus near where it was when what had it goes away: browsers would drop it at the top of the page.

let last = null;
let around = []; // what it stood in within its screen, nearest first

/** Watch over the page from now on. */
export function install() {
  document.addEventListener("focusin", ({ target }) => {
    last = target;
    around = [...within(target)];
  });
  const changes = { subtree: true, childList: true, attributeFilter: ["disabled", "hidden"] };
  new MutationObserver(keep).observe(document.getElementById("app"), changes);
}

function keep() {
  const isElsewhere = ![document.body, last].includes(document.activeElement);
  if (!last || isElsewhere || isThere(last)) return;
  focus(around.find((each) => each.isConnected) ?? document.querySelector("h1"));
}

const isThere = (element) => element.isConnected && !element.disabled && !element.hidden;

/** All around an element that says something as a whole: a paragraph of buttons does not. */
function* within(element) {
  const main = element.closest("#main");
  for (let each = element.parentElement; main && each && each !== main; each = each.parentElement) {
    if (each.tagName !== "P") yield each;
  }
}

function focus(element) {
  if (!element) return;
  if (!element.hasAttribute("tabindex")) {
    element.tabIndex = -1;
    element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
  }
  element.focus({ preventScroll: true });
}
