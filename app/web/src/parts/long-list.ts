// A list that may be long, in sections. It renders a few rows at first, and more when the person scrolls. Rows lie in groups, and
// only the groups near the screen cost a slow phone any work. Groups are invisible to screen readers: they see one list.
import { signal } from "@preact/signals";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { html } from "../html.ts";
import { linksTo } from "../router.ts";
import { parts as words } from "../words.ts";

const GROUP_SIZE = 6;

/**
 * A section of a list. `title`: its heading; without it, it has none. `items` must be the same objects as before where
 * nothing changed. `row` returns the markup of an item, with role="listitem". `isStack`: each row is a card.
 */
export type Section<ListItem = any> = {name: string, title?: string, meta?: string | number, isStack?: boolean, items: ListItem[], row: (item: ListItem) => unknown};

/** The list that was shown last, and its number of rendered rows. It outlives the screen, so Back finds the row that the person left. */
const last = signal({ name: "", limit: 2 * GROUP_SIZE });

/** `name`: of the list; another list begins with few rows. `children`: what stands in place of an empty list. */
export function LongList({ name, sections, children }: {name: string, sections: Section[], children?: Children}) {
  const limit = last.value.name === name ? last.value.limit : 2 * GROUP_SIZE;
  const onMore = () => {
    last.value = { name, limit: limit + GROUP_SIZE };
  };
  const total = sections.reduce((sum, { items }) => sum + items.length, 0);
  let left = limit;
  if (!total) return children;
  return html`
    ${sections.map(({ items, ...section }) => {
      const shown = Math.max(0, Math.min(left, items.length));
      left -= items.length;
      return shown > 0 && html`<${SectionOfList} key=${section.name} ...${section} items=${items} limit=${shown} />`;
    })}
    ${total > limit && html`<${MoreButton} onMore=${onMore} left=${total - limit} />`}
  `;
}

function SectionOfList({ title, meta, isStack, items, row, limit }: Section & {limit: number}) {
  const groups = useMemo(() => grouped(items), [items]);
  const list = useFocusKept();
  return html`
    ${title && html`<h2 class="section"><span>${title}</span><span class="meta">${meta}</span></h2>`}
    <div ref=${list} class=${isStack ? "stack prose" : "card"} role="list">
      ${groups.slice(0, Math.ceil(limit / GROUP_SIZE)).map((group, index) => html`<${Group} key=${index} items=${group} row=${row} isStack=${isStack} />`)}
    </div>
  `;
}

/**
 * A group of rows. As the list grows, Preact skips groups with the same props. Signals still update links, which read
 * one.
 */
const Group = ({ items, row, isStack }: {items: unknown[], row: (item: unknown) => unknown, isStack?: boolean}) => html`<div class=${isStack ? "group stack" : "group"}>${items.map((item) => row(item))}</div>`;

/** A button that renders more rows. It does so by itself when it comes near the screen. */
function MoreButton({ onMore, left }: {onMore: () => void, left: number}) {
  const button = useRef(null as HTMLButtonElement | null);
  const callback = useRef(onMore);
  callback.current = onMore;
  useEffect(() => {
    // A busy browser reports several changes at once, and the first is the place before the person scrolled.
    const onChange = (entries: IntersectionObserverEntry[]) =>
      entries.some(({ isIntersecting }) => isIntersecting) && callback.current();
    const element = button.current as HTMLButtonElement;
    // The margin has no effect on a list that scrolls by itself, unless that list is the root.
    const observer = new IntersectionObserver(onChange, { root: element.closest(".list"), rootMargin: "800px" });
    observer.observe(element);
    return () => observer.disconnect();
  }, [left]); // observe anew after each step, because the button may still be near the screen
  return html`<button ref=${button} class="btn is-wide more" type="button" onClick=${onMore}>${words.showMore(left)}</button>`;
}

const grouped = <ListItem>(items: ListItem[]) =>
  Array.from({ length: Math.ceil(items.length / GROUP_SIZE) }, (_, index) =>
    items.slice(index * GROUP_SIZE, (index + 1) * GROUP_SIZE),
  );

/** Keep focus on a link whose row is rendered anew in another group, if no other link has the same address. */
function useFocusKept() {
  const list = useRef(null as HTMLElement | null);
  const { activeElement } = document;
  const href = list.current?.contains(activeElement) && activeElement?.getAttribute("href");
  useLayoutEffect(() => {
    if (!href || !list.current || document.activeElement !== document.body) return;
    const [link, ...others] = linksTo(href, list.current);
    if (!others.length) link?.focus({ preventScroll: true });
  });
  return list;
}
