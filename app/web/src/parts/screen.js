// The frame of every screen: a link back, and a heading, which gets focus when the screen opens.
import { useLayoutEffect, useRef } from "preact/hooks";
import { html } from "../html.js";
import { hrefTo, restoreScroll } from "../router.js";
import { Icon } from "./icon.js";

const PORTAL = "Contractor Portal";
let isFirstScreen = true;

/**
 * `back`: the screen above. `keepsFocus`: the screen itself moves focus, to its only field.
 *
 * @param {{title: string, back?: Link, keepsFocus?: boolean, children?: Children}} props
 */
export function Screen({ title, back, keepsFocus = false, children }) {
  const heading = useRef(/** @type {HTMLElement | null} */ (null));
  useLayoutEffect(() => {
    if (!isFirstScreen) {
      if (!keepsFocus) heading.current?.focus({ preventScroll: true });
      restoreScroll();
    }
    isFirstScreen = false;
    // eslint-disable-next-line react-hooks/exhaustive-deps -- focus moves once, as the screen opens
  }, []);
  useLayoutEffect(() => {
    document.title = `${title} – ${PORTAL}`;
  }, [title]);
  return html`
    <main id="main" class="screen">
      ${back && html`<a class="back" href=${hrefTo(back.path)}><${Icon} name="back" />${back.name}</a>`}
      <h1 ref=${heading} tabindex="-1" dir="auto">${title}</h1>
      ${children}
    </main>
  `;
}
