// The mark of the product, on pages without an agency.
import { html } from "../html.js";
import { parts as words } from "../words.js";
import { Icon } from "./icon.js";

export const ProductMark = () => html`
  <p class="mark">
    <span class="disc is-product"><${Icon} name="product" /></span>
    <span><b>${words.product}</b>${words.productMore}</span>
  </p>
`;
