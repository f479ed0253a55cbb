// The rest of a long list.
import { useEffect, useRef } from "preact/hooks";
import { html } from "../html.js";

/** More of a long list, once its end comes near; a button for who does not scroll. */
export function More({ onReach, left }) {
  const button = useRef(null);
  useEffect(() => {
    const watcher = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && onReach(), { rootMargin: "800px" });
    watcher.observe(button.current);
    return () => watcher.disconnect();
  }, [left]);
  return html`<button ref=${button} class="btn btn-secondary more" type="button" onClick=${onReach}>Show more (${left} left)</button>`;
}
