// What every screen has: one heading, to which focus moves as the screen does, and a way back.
import { useLayoutEffect, useRef } from "preact/hooks";
import { html } from "../html.js";
import { restore, to } from "../router.js";
import { Icon } from "./icon.js";

const PORTAL = "Contractor Portal";
let first = true;

/** `back`: {path, name} of the screen above; `keepsFocus`: it moves focus by itself, to its only field. */
export function Screen({ title, back, keepsFocus = false, children }) {
  const heading = useRef(null);
  useLayoutEffect(() => {
    if (!first) {
      if (!keepsFocus) heading.current.focus({ preventScroll: true });
      restore();
    }
    first = false;
  }, []);
  useLayoutEffect(() => {
    document.title = `${title} – ${PORTAL}`;
  }, [title]);
  return html`
    <main id="main" class="screen">
      ${back && html`<a class="back" href=${to(back.path)}><${Icon} name="back" />${back.name}</a>`}
      <h1 ref=${heading} tabindex="-1" dir="auto">${title}</h1>
      ${children}
    </main>
  `;
}
