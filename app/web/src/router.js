// Where this tab is. An address says it all, the account too (/jobs/JOB-7?agency=acme&contractor=CON-1001), so that
// links, reload, back and forward, and two tabs at two agencies each show what they say.
import { signal } from "@preact/signals";
import { IS_ID, screenAt } from "./routes.js";

/**
 * {screen, id, account: "acme/CON-1001" or null, query, back: whether one came here by back or forward, y, mark}: `y` and
 * `mark` are how far down one was when one left, and what stood where then, for who comes back.
 */
export const place = signal(read());

function read(back = false) {
  const query = new URLSearchParams(location.search);
  const [agency, contractor] = [query.get("agency") ?? "", query.get("contractor") ?? ""];
  return {
    ...(screenAt(location.pathname) ?? screenAt("/")),
    path: location.pathname,
    account: IS_ID.test(agency) && IS_ID.test(contractor) ? `${agency}/${contractor}` : null,
    query,
    back,
    y: (back && history.state?.y) || 0,
    mark: (back && history.state?.mark) || null,
  };
}

/** The address of a path for an account, "acme/CON-1001", or for that of this tab; `query`: what it says besides. */
export function to(path, query = {}, account = place.value.account) {
  const [agency, contractor] = account?.split("/") ?? [];
  const all = new URLSearchParams({ ...query, ...(account && { agency, contractor }) }).toString();
  return all ? `${path}?${all}` : path;
}

/** Let an address that names no account name this one, as if it had from the start. */
export function settle(account) {
  if (!place.value.account) go(to(place.value.path, Object.fromEntries(place.value.query), account), { replace: true });
}

/** Go to an address, by that `link`, if any. `replace`: as if one had not been here. */
export function go(href, { replace = false, link = null } = {}) {
  if (replace) history.replaceState(null, "", href);
  else {
    history.replaceState({ y: scrollY, mark: markedBy(link) }, "");
    history.pushState(null, "", href);
  }
  place.value = read();
}

/** The links below an element that lead there, but for those that are kept unseen. */
export const linksTo = (href, root) =>
  [...root.querySelectorAll("a")].filter((one) => one.getAttribute("href") === href && !one.closest(".is-away"));

/** The link by which one leaves, or one in the middle of the screen: {href, at: the how manieth of all to there, top}. */
function markedBy(link) {
  const main = document.querySelector("main");
  const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest("[role=listitem]")?.querySelector("a");
  const mark = main?.contains(link) ? link : middle;
  const href = mark?.getAttribute("href");
  return mark ? { href, at: linksTo(href, main).indexOf(mark), top: mark.getBoundingClientRect().top } : null;
}

/** Scroll to where one was on this screen: what was marked stands where it stood, if it is still there. */
export function restore() {
  const { y, mark } = place.value;
  scrollTo(0, y);
  const same = mark && linksTo(mark.href, document.querySelector("main"))[mark.at];
  if (!same) return;
  const align = () => scrollBy(0, same.getBoundingClientRect().top - mark.top);
  align();
  requestAnimationFrame(() => requestAnimationFrame(align)); // rows that are near the screen now have got their height
}

/** Follow links to screens without loading the page anew. */
export function install() {
  history.scrollRestoration = "manual";
  addEventListener("popstate", () => {
    place.value = read(true);
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || event.defaultPrevented || link.target || link.hasAttribute("download")) return;
    if (link.origin !== location.origin || !screenAt(link.pathname)) return;
    event.preventDefault();
    go(link.href, { replace: link.href === location.href, link });
  });
}
