// Pulling down at the top of a place reads its data again.
import { useEffect, useState } from "preact/hooks";
import { rereadShown } from "../data/resource.ts";
import { html } from "../html.ts";
import { common } from "../words.ts";

const PULL_PX = 80;

export function PullToRefresh() {
  const [isReading, setReading] = useState(false);
  useEffect(() => {
    let start = null as number | null;
    const onStart = ({ touches, target }: TouchEvent) => {
      const scroller = (target as Element).closest(".split > *"); // on wide screens, two parts scroll
      const isAtTop = (scroller?.scrollTop ?? scrollY) <= 0;
      start = isAtTop && touches.length === 1 ? touches[0].clientY : null;
    };
    const onEnd = async ({ changedTouches }: TouchEvent) => {
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
  return isReading && html`<p class="pull" role="status">${common.reading}</p>`;
}
