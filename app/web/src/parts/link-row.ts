// A row of a list that leads elsewhere: an icon, a title, and what there is to say about it.
import { html } from "../html.ts";
import { Icon } from "./icon.ts";

type LinkRowProps = {
  icon: string, tone?: string, href?: string, title: string, text?: Children, aside?: Children, level?: "h2" | "h3", onClick?: (event: Event) => void,
  children?: Children,
};

/** `aside`: instead of the arrow. `level`: of the title. Without `href`, the row leads nowhere. */
export const LinkRow = ({ icon, tone, href, title, text, aside, level: Title = "h3", onClick, children }: LinkRowProps) => html`
  <li class="row">
    <span class=${tone ? `disc is-${tone}` : "disc"}><${Icon} name=${icon} /></span>
    <div>
      <${Title} dir="auto">${href ? html`<a class="cover" href=${href} onClick=${onClick} dir="auto">${title}</a>` : title}<//>
      ${text && html`<p class="second" dir="auto">${text}</p>`}
      ${children}
    </div>
    ${aside || (href && html`<${Icon} name="next" />`)}
  </li>
`;
