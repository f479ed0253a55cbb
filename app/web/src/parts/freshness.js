// Says how fresh a resource is, and why it is missing.
import { dateTime } from "../format.js";
import { html } from "../html.js";

/**
 * A line on the age of a resource that has a body.
 *
 * @param {{resource: ResourceState}} props
 */
export function AsOf({ resource: { asOf, isOld } }) {
  if (!asOf) return null;
  const text = `${isOld ? "Kept on this device, as of" : "As of"} ${dateTime(asOf)}`;
  return html`<p class=${isOld ? "as-of is-old" : "as-of"}><time datetime=${asOf}>${text}</time></p>`;
}

/**
 * The reason why a resource is missing, or that it is loading.
 *
 * @param {{resource: ResourceState}} props
 */
export function Absence({ resource: { busy, problem } }) {
  if (problem) return html`<p class="notice" role="alert">${problem}</p>`;
  return busy ? html`<p class="loading" role="status">Loading …</p>` : null;
}
