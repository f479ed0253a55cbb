// From 64rem, a place is a list with a page beside it, which wears its agency.
//
// app.js renders the place, and hands it the page through `Beside`: a screen of DETAILS beside the place from which the person
// came. `Place` shows both, so the list keeps its scroll position while pages change. Within it, `Page` has no way back, and its
// headings are one level lower: use `Heading`. A place reads its query by `placeQuery()`, because the address may be that of
// the page beside it.
import { signal } from "@preact/signals";
import { createContext } from "preact";
import { route } from "../router.ts";
import { isPlace, screenAt } from "../routes.ts";

const WIDE = globalThis.matchMedia("(min-width: 64rem)");

export const isWide = signal(WIDE.matches);
WIDE.addEventListener("change", ({ matches }) => {
  isWide.value = matches;
});

/** The screens that stand beside a place, and the place of those that were opened by their address. */
const DETAILS = {
  job: "today",
  "money-invoice": "money",
  "money-statement": "money",
} as Record<string, import("../routes.ts").PlaceName>;

/** The page beside a place, as an element; null without one. */
export const Beside = createContext(null as unknown);

/** True within a page beside a place. */
export const IsBeside = createContext(false);

/** Return the place that the list shows, or null if the screen stands alone. */
export function placeOfList() {
  const { screen, place } = route.value;
  if (isPlace(screen)) return screen;
  if (!isWide.value || !DETAILS[screen]) return null;
  const last = place ? screenAt(new URL(place, location.origin).pathname)?.screen : null;
  return last && isPlace(last) ? last : DETAILS[screen];
}

/** Return the query of the place on the screen. */
export function placeQuery() {
  const { screen, place, query } = route.value;
  return isPlace(screen) || !place ? query : new URL(place, location.origin).searchParams;
}

/** Return whether the page at this path stands beside the list now. */
export const isShownBeside = (path: string, account: string) =>
  isWide.value && route.value.path === path && route.value.account === account;
