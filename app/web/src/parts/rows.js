// A list that may be long. Its rows are made a few at a time as one scrolls, and lie in groups: only those near the
// screen cost a slow phone anything. To a screen reader it is one list, for groups are nothing to it.
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { html } from "../html.js";
import { linksTo } from "../router.js";
import { More } from "./more.js";

export const STEP = 6; // rows of a group

/**
 * `of`: what is listed, `row`: the markup of one, with role="listitem"; both the same as before where nothing changed.
 * `most`: how many are made by now; `onMore`, if more are to be.
 */
export function Rows({ of, row, most = of.length, onMore }) {
  const groups = useMemo(() => grouped(of), [of]);
  const list = useFocusKept();
  const left = of.length - most;
  if (!of.length) return null;
  return html`
    <div ref=${list} class="rows" role="list">
      ${groups.slice(0, Math.ceil(most / STEP)).map((group, at) => html`<${Group} key=${at} of=${group} row=${row} />`)}
    </div>
    ${left > 0 && html`<${More} onReach=${onMore} left=${left} />`}
  `;
}

// One that stays the same is passed over as the list grows: signals see to that for what reads one, as links do.
const Group = ({ of, row }) => html`<div class="group">${of.map(row)}</div>`;

const grouped = (all) => Array.from({ length: Math.ceil(all.length / STEP) }, (_, at) => all.slice(at * STEP, (at + 1) * STEP));

/** A row that moves to another group is made anew there: who was on its link, if there is but one, stays on it. */
function useFocusKept() {
  const list = useRef(null);
  const { activeElement } = document;
  const href = list.current?.contains(activeElement) && activeElement.getAttribute("href");
  useLayoutEffect(() => {
    if (!href || !list.current || document.activeElement !== document.body) return;
    const [link, ...more] = linksTo(href, list.current);
    if (!more.length) link?.focus({ preventScroll: true });
  });
  return list;
}
