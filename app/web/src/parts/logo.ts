// The logo of an agency on its white plate, or its initial. It stands beside the agency's name, so screen readers skip it.
import { html } from "../html.ts";
import { accentOf } from "./accent.ts";

export function Logo({ account: { agency, agencyName }, small = false }: {account: ShownAccount, small?: boolean}) {
  const className = small ? "logo is-s" : "logo";
  if (agency?.logo) return html`<span class=${className} aria-hidden="true"><img src=${agency.logo} alt="" /></span>`;
  const accent = agency?.accent;
  return html`
    <span ref=${accentOf(accent)} class=${className} aria-hidden="true"><b>${agencyName.slice(0, 1).toUpperCase()}</b></span>
  `;
}
