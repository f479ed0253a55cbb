// The mark of the product, on pages without an agency.
import { html } from "../html.ts";
import { parts as words } from "../words.ts";
import { Icon } from "./icon.ts";

export const ProductMark = () => html`
  <p class="mark">
    <span class="disc is-product"><${Icon} name="product" /></span>
    <span><b>${words.product}</b>${words.productMore}</span>
  </p>
`;
