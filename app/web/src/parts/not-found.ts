// The page for an address without a screen, or for something that this phone does not have any more.
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

export function NotFoundScreen({ text = words.notFoundMore }: {text?: string}) {
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
    <footer class="bar"><a class="btn is-primary" href=${hrefTo("/")}><${Icon} name="today" />${common.today}</a></footer>
  `;
}
