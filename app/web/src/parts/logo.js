// The logo of an agency on its white plate, or its initial. It stands beside the agency's name, so screen readers skip it.
import { html } from "../html.js";

/** @param {{account: ShownAccount, small?: boolean}} props */
export function Logo({ account: { agency, agencyName }, small = false }) {
  return html`
    <span class=${small ? "logo is-s" : "logo"} aria-hidden="true">
      ${agency?.logo ? html`<img src=${agency.logo} alt="" />` : html`<b>${agencyName.slice(0, 1).toUpperCase()}</b>`}
    </span>
  `;
}
