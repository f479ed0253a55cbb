// The page for an address without a screen, or for something that this phone does not have any more; and the frame of such a page.
import { useLayoutEffect } from "preact/hooks";
import { html } from "../html.ts";
import { hrefTo } from "../router.ts";
import { common, other as words } from "../words.ts";
import { setThemeColour } from "./accent.ts";
import { Art } from "./art.ts";
import { SkipLink } from "./header.ts";
import { Icon } from "./icon.ts";
import { ProductMark } from "./mark.ts";
import { useOpening } from "./opening.ts";

export const NotFoundScreen = ({ text = words.notFoundMore }: {text?: string}) => html`
  <${LonePage} art="pipe" title=${words.notFound} text=${text}>
    <a class="btn is-primary" href=${hrefTo("/")}><${Icon} name="today" />${common.today}</a>
  <//>
`;

/** A page outside the app. `hint`: what happens meanwhile. `children`: its action. */
export function LonePage({ art, title, text, hint, children }: {art: string, title: string, text: string, hint?: string, children: Children}) {
  const heading = useOpening(title);
  useLayoutEffect(() => setThemeColour(), []);
  return html`
    <${SkipLink} />
    <main id="main" class="page is-low is-mid">
      <${ProductMark} />
      <section class="empty">
        <${Art} name=${art} />
        <h1 ref=${heading} tabindex="-1">${title}</h1>
        <p class="second">${text}</p>
      </section>
      ${hint && html`<p class="hint" role="status">${hint}</p>`}
    </main>
    <footer class="bar" aria-label=${common.actions}>${children}</footer>
  `;
}
