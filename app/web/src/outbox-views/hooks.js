// Hooks for items that are held back: for their *Undo*, or while the person edits them.
import { useEffect, useState } from "preact/hooks";
import { outbox } from "../outbox/instance.js";
import { canUndo } from "../outbox/states.js";

/**
 * Return the items that can be undone now. Render again when the time of an item is over.
 *
 * @param {Item[]} items
 */
export function useUndoableItems(items) {
  const [, renderAgain] = useState(0);
  const undoable = items.filter((item) => canUndo(item, Date.now()));
  const nextEnd = Math.min(...undoable.map(({ heldUntil }) => heldUntil));
  useEffect(() => {
    if (nextEnd === Infinity) return undefined;
    const timer = setTimeout(() => renderAgain(nextEnd), nextEnd - Date.now());
    return () => clearTimeout(timer);
  }, [nextEnd]);
  return undoable;
}

/**
 * Hold an item back while the component is on the screen. For null, do nothing.
 *
 * @param {number | null} id
 */
export function useHeldItem(id) {
  useEffect(() => {
    if (id === null) return undefined;
    outbox.hold(id).catch(ignore);
    return () => {
      outbox.release(id).catch(ignore);
    };
  }, [id]);
}

const ignore = () => {}; // the item is being sent, or gone: saving the changes reports that
