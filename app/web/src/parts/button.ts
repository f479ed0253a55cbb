// A button, or a link that looks like one; and the bar of them at the thumb.
import { html } from "../html.ts";
import { common } from "../words.ts";
import { Icon } from "./icon.ts";

export type ButtonProps = {icon?: string, look?: string, href?: string, children: Children, [attribute: string]: unknown};

/** `look`: further classes, such as "is-primary". With `href`, it is a link. */
export const Button = ({ icon, look, href, children, ...attributes }: ButtonProps) => html`
  <${href ? "a" : "button"} class=${look ? `btn ${look}` : "btn"} href=${href} type=${href ? null : "button"} ...${attributes}>
    ${icon && html`<${Icon} name=${icon} />`}${children}
  <//>
`;

export const Bar = ({ look, children }: {look?: string, children: Children}) => html`
  <footer class=${look ? `bar ${look}` : "bar"} aria-label=${common.actions}>${children}</footer>
`;
