// A list that may be long. It renders a few rows at first, and more when the person scrolls. Rows lie in groups, and only the
// groups near the screen cost a slow phone any work. Groups are invisible to screen readers: they see one list.
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { html } from "../html.js";
import { linksTo } from "../router.js";

export const GROUP_SIZE = 6;

/**
 * `items` and `row` must be the same objects as before where nothing changed. `row` returns the markup of an item, with
 * role="listitem". `limit`: how many rows to render; `onMore` is called when the person needs more.
 *
 * @template ListItem
 * @param {{items: ListItem[], row: (item: ListItem, index: number) => unknown, limit?: number, onMore?: () => void}} props
 */
export function LongList({ items, row, limit = items.length, onMore }) {
  const groups = useMemo(() => grouped(items), [items]);
  const list = useFocusKept();
  const left = items.length - limit;
  if (!items.length) return null;
  return html`
    <div ref=${list} class="rows" role="list">
      ${groups.slice(0, Math.ceil(limit / GROUP_SIZE)).map((group, index) => html`<${Group} key=${index} items=${group} row=${row} />`)}
    </div>
    ${left > 0 && html`<${MoreButton} onMore=${onMore} left=${left} />`}
  `;
}

/**
 * A group of rows. As the list grows, Preact skips groups with the same props. Signals still update links, which read one.
 *
 * @param {{items: unknown[], row: (item: unknown, index: number) => unknown}} props
 */
const Group = ({ items, row }) => html`<div class="group">${items.map(row)}</div>`;

/**
 * A button that renders more rows. It does so by itself when it comes near the screen.
 *
 * @param {{onMore: () => void, left: number}} props
 */
function MoreButton({ onMore, left }) {
  const button = useRef(/** @type {HTMLButtonElement | null} */ (null));
  const callback = useRef(onMore);
  callback.current = onMore;
  useEffect(() => {
    // A busy browser reports several changes at once, and the first is the place before the person scrolled.
    const onChange = (/** @type {IntersectionObserverEntry[]} */ entries) =>
      entries.some(({ isIntersecting }) => isIntersecting) && callback.current();
    const observer = new IntersectionObserver(onChange, { rootMargin: "800px" });
    observer.observe(/** @type {HTMLButtonElement} */ (button.current));
    return () => observer.disconnect();
  }, [left]); // observe anew after each step, because the button may still be near the screen
  return html`<button ref=${button} class="btn btn-secondary more" type="button" onClick=${onMore}>Show more (${left} left)</button>`;
}

/**
 * @template ListItem
 * @param {ListItem[]} items
 */
const grouped = (items) =>
  Array.from({ length: Math.ceil(items.length / GROUP_SIZE) }, (_, index) =>
    items.slice(index * GROUP_SIZE, (index + 1) * GROUP_SIZE),
  );

/** Keep focus on a link whose row is rendered anew in another group, if no other link has the same address. */
function useFocusKept() {
  const list = useRef(/** @type {HTMLElement | null} */ (null));
  const { activeElement } = document;
  const href = list.current?.contains(activeElement) && activeElement?.getAttribute("href");
  useLayoutEffect(() => {
    if (!href || !list.current || document.activeElement !== document.body) return;
    const [link, ...others] = linksTo(href, list.current);
    if (!others.length) link?.focus({ preventScroll: true });
  });
  return list;
}
