// Completions that are held for their *Undo*, for as long as that lasts.
import { useEffect, useState } from "preact/hooks";
import { canUndo } from "./states.js";

/** Those of `items` that can be undone now. Draws anew when the time of one is over. */
export function useHeld(items) {
  const [, drawAnew] = useState(0);
  const held = items.filter((item) => canUndo(item, Date.now()));
  const next = Math.min(...held.map(({ heldUntil }) => heldUntil));
  useEffect(() => {
    if (next === Infinity) return undefined;
    const timer = setTimeout(() => drawAnew(next), next - Date.now());
    return () => clearTimeout(timer);
  }, [next]);
  return held;
}
