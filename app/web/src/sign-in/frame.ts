// The frame of the pages before the app: the mark of the product, an illustration, a heading, and the actions at the thumb.
import { useLayoutEffect } from "preact/hooks";
import { html } from "../html.ts";
import { setThemeColour } from "../parts/accent.ts";
import { Art } from "../parts/art.ts";
import { SkipLink } from "../parts/header.ts";
import { ProductMark } from "../parts/mark.ts";
import { useOpening } from "../parts/opening.ts";

export function SignInFrame({ title, art, keepsFocus, bar, children }: {title: string, art?: string, keepsFocus?: boolean, bar: Children, children: Children}) {
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
