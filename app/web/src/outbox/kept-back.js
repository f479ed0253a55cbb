// What is being changed does not go out meanwhile, as it was.
import { useEffect } from "preact/hooks";
import { keepBack, letGo } from "./index.js";

/** Keep an item back for as long as this is on the screen; none for null. */
export function useKeptBack(id) {
  useEffect(() => {
    if (id === null) return undefined;
    keepBack(id).catch(tooLate);
    return () => letGo(id).catch(tooLate);
  }, [id]);
}

const tooLate = () => {}; // it is on its way, or gone: who saves what they changed is told
