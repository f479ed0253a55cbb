// The page for an address without a screen, or for something that this phone does not have any more.
import { useLayoutEffect } from "preact/hooks";
import { html } from "../html.js";
import { hrefTo } from "../router.js";
import { other as words } from "../words.js";
import { setThemeColour } from "./accent.js";
import { Art } from "./art.js";
import { SkipLink } from "./header.js";
import { Icon } from "./icon.js";
import { ProductMark } from "./mark.js";
import { useOpening } from "./opening.js";

/** @param {{text?: string}} props */
export function NotFoundScreen({ text = words.notFoundMore }) {
  const heading = useOpening(words.notFound);
  useLayoutEffect(() => setThemeColour(), []);
  return html`
    <${SkipLink} />
    <main id="main" class="page is-low is-mid">
      <${ProductMark} />
      <section class="empty">
        <${Art} name="pipe" />
        <h1 ref=${heading} tabindex="-1">${words.notFound}</h1>
        <p class="second">${text}</p>
      </section>
    </main>
    <footer class="bar"><a class="btn is-primary" href=${hrefTo("/")}><${Icon} name="today" />${words.today}</a></footer>
  `;
}
