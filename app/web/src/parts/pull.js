// Pulling down at the top of a place reads its data again.
import { useEffect, useState } from "preact/hooks";
import { rereadShown } from "../data/resource.js";
import { html } from "../html.js";
import { parts as words } from "../words.js";

const PULL_PX = 80;

export function PullToRefresh() {
  const [isReading, setReading] = useState(false);
  useEffect(() => {
    let start = /** @type {number | null} */ (null);
    /** @param {TouchEvent} event */
    const onStart = ({ touches, target }) => {
      const scroller = /** @type {Element} */ (target).closest(".split > *"); // on wide screens, two parts scroll
      const isAtTop = (scroller?.scrollTop ?? scrollY) <= 0;
      start = isAtTop && touches.length === 1 ? touches[0].clientY : null;
    };
    /** @param {TouchEvent} event */
    const onEnd = async ({ changedTouches }) => {
      const distance = start === null ? 0 : changedTouches[0].clientY - start;
      start = null;
      if (distance < PULL_PX || scrollY > 0) return;
      setReading(true);
      await rereadShown();
      setReading(false);
    };
    addEventListener("touchstart", onStart, { passive: true });
    addEventListener("touchend", onEnd, { passive: true });
    return () => {
      removeEventListener("touchstart", onStart);
      removeEventListener("touchend", onEnd);
    };
  }, []);
  return isReading && html`<p class="pull" role="status">${words.reading}</p>`;
}
