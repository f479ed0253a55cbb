// The route of this tab. The address of an agency's page names the account (/jobs/JOB-7?agency=acme&contractor=CON-1001), so
// links, reload, back and forward work. Other pages show all accounts of the person.
import { signal } from "@preact/signals";
import { ID_PATTERN, isOfOneAgency, isPlace, screenAt } from "./routes.ts";

export const route = signal(readRoute());

/** The route of the address. It is shown once its transition has begun. */
let lastRoute = route.value;

function readRoute(isBack = false): Route {
  const query = new URLSearchParams(location.search);
  const [agency, contractor] = [query.get("agency") ?? "", query.get("contractor") ?? ""];
  const { isProvisional, y, mark, previous, place } = history.state ?? {};
  return {
    ...(screenAt(location.pathname) ?? { screen: "not-found", id: null }),
    path: location.pathname,
    account: ID_PATTERN.test(agency) && ID_PATTERN.test(contractor) ? `${agency}/${contractor}` : null,
    query,
    isProvisional: Boolean(isProvisional),
    isBack,
    y: (isBack && y) || 0,
    mark: (isBack && mark) || null,
    previous: previous ?? null,
    place: place ?? null,
  };
}

/**
 * Return the address of a path. `account`: the account of an agency's page, such as "acme/CON-1001"; the default is
 * that of the present address. Other pages name no account.
 */
export function hrefTo(path: string, query: Record<string, string | number> = {}, account = route.value.account) {
  const isNamed = account && isOfOneAgency(screenAt(path)?.screen ?? "");
  const [agency = "", contractor = ""] = isNamed ? account.split("/") : [];
  const all = { ...query, ...(isNamed && { agency, contractor }) } as Record<string, string>;
  const search = new URLSearchParams(all).toString();
  return search ? `${path}?${search}` : path;
}

/** Return the address of this page with other queries. Null removes a query. */
export function hrefWith(changes: Record<string, string | number | null>, { path, query: present }: Route = route.value) {
  const query = new URLSearchParams(present);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name);
    else query.set(name, String(value));
  }
  const search = query.toString();
  return search ? `${path}?${search}` : path;
}

/** Add this account to the address of an agency's page that names none. */
export function addAccountToAddress(account: string) {
  if (isOfOneAgency(route.value.screen) && !route.value.account) setAccountInAddress(account);
}

/** If the app itself has added the account to the address, let the address name this account, or for null none. */
export function replaceProvisionalAccount(account: string | null) {
  if (lastRoute.isProvisional) setAccountInAddress(account);
}

/** Let the address of an agency's page name this account. For null, and on other pages, let it name none. */
function setAccountInAddress(account: string | null) {
  const [agency = null, contractor = null] = (isOfOneAgency(lastRoute.screen) && account?.split("/")) || [];
  navigate(hrefWith({ agency, contractor }, lastRoute), { replace: true });
}

/**
 * Note that the app has added the account to the address, and not the person or a link. It may be that of an ended
 * session. The note outlives a reload of the page, but not the next step of the person.
 */
export function markAccountAsProvisional() {
  history.replaceState({ ...history.state, isProvisional: true }, "");
  route.value = lastRoute = readRoute();
}

/**
 * Go to an address. `replace`: replace the current entry of the history. `link`: the link that the person followed.
 */
export function navigate(href: string, { replace = false, link = null }: {replace?: boolean, link?: Element | null} = {}) {
  const { previous, place } = history.state ?? {};
  if (replace) history.replaceState({ previous, place }, "", href);
  else {
    history.replaceState({ previous, place, y: scrollY, mark: markOf(link) }, "");
    const lastPlace = isPlace(route.value.screen) ? location.pathname + location.search : place;
    history.pushState({ previous: location.pathname, place: lastPlace }, "", href);
  }
  show(readRoute());
}

/**
 * Replace this step of a page, and the step before it, by an address. Back then leads to where the person was before
 * both.
 */
export function replaceSteps(href: string) {
  if (route.value.previous !== route.value.path) return navigate(href, { replace: true });
  const replace = (event: Event) => {
    event.stopImmediatePropagation(); // the step before is never shown
    navigate(href, { replace: true });
  };
  addEventListener("popstate", replace, { once: true, capture: true });
  history.back();
  return undefined;
}

/** Go back to the page from which the person came. Without one, go to `parent`. */
export function goBack(parent: string) {
  if (route.value.previous) history.back();
  else navigate(parent, { replace: true });
}

/**
 * Show a route. Between a list and a job, the browser moves the title and the logo, unless the person wants less
 * motion.
 */
function show(newRoute: Route) {
  lastRoute = newRoute;
  const update = () => {
    route.value = lastRoute; // the person may have gone on before the transition began
  };
  const isMoved = [route.value.screen, newRoute.screen].filter((screen) => screen === "job").length === 1;
  const isStill = matchMedia("(prefers-reduced-motion: reduce), (min-width: 64rem)").matches; // a wide list stays where it is
  if (!isMoved || isStill || !document.startViewTransition || route.value.path === newRoute.path) return update();
  const transition = document.startViewTransition(async () => {
    update();
    await new Promise((resolve) => setTimeout(resolve)); // Preact renders in a microtask
  });
  transition.ready.catch(() => {}); // the person has gone on before it began
  return undefined;
}

/** Return the links to `href` below an element, except those in a hidden list. */
export const linksTo = (href: string, root: Element) =>
  [...root.querySelectorAll("a")].filter((link) => link.getAttribute("href") === href && !link.closest(".is-away"));

/**
 * Return a mark of the link that the person follows, or of a link in the middle of the screen. Return null without
 * either.
 */
function markOf(link: Element | null): Mark | null {
  const main = document.querySelector("main");
  const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest("[role=listitem]")?.querySelector("a");
  const marked = (main?.contains(link) ? link : middle) as HTMLAnchorElement | undefined;
  const href = marked?.getAttribute("href");
  if (!marked || !main) return null;
  return { href: href ?? "", at: linksTo(href ?? "", main).indexOf(marked), top: marked.getBoundingClientRect().top };
}

/** Scroll to where the person was on this screen. A marked link returns to its place if it is still there. */
export function restoreScroll() {
  const { y, mark } = route.value;
  scrollTo(0, y);
  const main = document.querySelector("main");
  const link = mark && main && linksTo(mark.href, main)[mark.at];
  if (!link) return;
  const scroller = link.closest(".list") ?? window; // a list beside a page scrolls by itself
  const align = () => scroller.scrollBy(0, link.getBoundingClientRect().top - mark.top);
  align();
  requestAnimationFrame(() => requestAnimationFrame(align)); // rows near the screen have their final height by then
}

/** Follow links to screens without loading the page again. */
export function startRouter() {
  history.scrollRestoration = "manual";
  addEventListener("popstate", () => {
    show(readRoute(true));
  });
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest?.("a[href]") as HTMLAnchorElement | null;
    const isPlainClick = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !isPlainClick || event.defaultPrevented || link.target || link.hasAttribute("download")) return;
    if (link.origin !== location.origin || !screenAt(link.pathname)) return;
    event.preventDefault();
    navigate(link.href, { replace: link.href === location.href || "replace" in link.dataset, link });
  });
}
