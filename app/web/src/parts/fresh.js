// How fresh an answer is, and what to say while there is none.
import { html } from "../html.js";
import { moment } from "../words.js";

/** One line for a reading that has a body. */
export function AsOf({ reading: { asOf, isOld } }) {
  if (!asOf) return null;
  const text = `${isOld ? "Kept on this device, as of" : "As of"} ${moment(asOf)}`;
  return html`<p class=${isOld ? "as-of is-old" : "as-of"}><time datetime=${asOf}>${text}</time></p>`;
}

/** In place of what is not there: why, or that it is on its way. */
export function Absence({ reading: { busy, problem } }) {
  if (problem) return html`<p class="notice" role="alert">${problem}</p>`;
  return busy ? html`<p class="loading" role="status">Loading …</p>` : null;
}
