// A row of a list: an icon, a title, and what there is to say about it. Most rows lead elsewhere.
import { html } from "../html.ts";
import { Icon } from "./icon.ts";
import { Logo } from "./logo.ts";

type LinkRowProps = {
  icon?: string, tone?: string, account?: ShownAccount, href?: string | false, title: string, text?: Children, aside?: Children, level?: "h2" | "h3", onClick?: (event: Event) => void,
  children?: Children,
};

/** `account`: its logo stands in place of an icon. `aside`: instead of the arrow. Without `href`, the row leads nowhere. */
export const LinkRow = ({ icon = "", tone, account, href, title, text, aside, level: Title = "h3", onClick, children }: LinkRowProps) => html`
  <li class="row">
    ${account ? html`<${Logo} account=${account} />` : html`<span class=${tone ? `disc is-${tone}` : "disc"}><${Icon} name=${icon} /></span>`}
    <div>
      <${Title} dir="auto">${href ? html`<a class="cover" href=${href} onClick=${onClick} dir="auto">${title}</a>` : title}<//>
      ${text && html`<p class="second" dir="auto">${text}</p>`}
      ${children}
    </div>
    ${aside || (href && html`<${Icon} name="next" />`)}
  </li>
`;
