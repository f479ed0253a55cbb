// What happens when a screen opens: its heading gets the focus, the list returns to its place, and the tab gets a title.
import { useLayoutEffect, useRef } from "preact/hooks";
import { restoreScroll } from "../router.ts";
import { PRODUCT } from "../words.ts";

let isFirstScreen = true;

/** Return a ref for the heading of the screen. `keepsFocus`: the screen itself moves the focus, to its only field. */
export function useOpening(title: string, { keepsFocus = false }: {keepsFocus?: boolean} = {}) {
  const heading = useRef(null as HTMLElement | null);
  useLayoutEffect(() => {
    if (!isFirstScreen) {
      if (!keepsFocus) heading.current?.focus({ preventScroll: true });
      restoreScroll();
    }
    isFirstScreen = false;
    // eslint-disable-next-line react-hooks/exhaustive-deps -- focus moves once, as the screen opens
  }, []);
  useLayoutEffect(() => {
    document.title = `${title} – ${PRODUCT}`;
  }, [title, keepsFocus]); // a list that no longer stands beside a page gives its title again
  return heading;
}
