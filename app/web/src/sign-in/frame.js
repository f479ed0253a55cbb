// The frame of the pages before the app: the mark of the product, an illustration, a heading, and the actions at the thumb.
import { useLayoutEffect } from "preact/hooks";
import { html } from "../html.js";
import { setThemeColour } from "../parts/accent.js";
import { Art } from "../parts/art.js";
import { SkipLink } from "../parts/header.js";
import { ProductMark } from "../parts/mark.js";
import { useOpening } from "../parts/opening.js";

/** @param {{title: string, art?: string, keepsFocus?: boolean, bar: Children, children: Children}} props */
export function SignInFrame({ title, art, keepsFocus, bar, children }) {
  const heading = useOpening(title, { keepsFocus });
  useLayoutEffect(() => setThemeColour(), []);
  return html`
    <${SkipLink} />
    <main id="main" class="page is-low">
      <${ProductMark} />
      ${art && html`<div class="mid"><${Art} name=${art} /></div>`}
      <h1 ref=${heading} tabindex="-1">${title}</h1>
      ${children}
    </main>
    ${bar}
  `;
}
