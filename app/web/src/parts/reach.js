// Ways to reach people and places. What the agency holds is text; only what can be dialled or written to becomes a link.
import { html } from "../html.js";
import { Icon } from "./icon.js";

const MAP = "https://www.google.com/maps/search/?api=1&query=";

const dialled = (phone) => phone.replace(/[^+\d]/g, "");

/** A phone number to call; `who` tells screen readers whose it is. */
export function Call({ phone, who }) {
  if (!phone) return null;
  if (dialled(phone).length < 5) return html`<span dir="auto">${phone}</span>`;
  return html`
    <a class="reach" href=${`tel:${dialled(phone)}`}>
      <${Icon} name="call" /><span><span class="visually-hidden">Call ${who}, </span>${phone}</span>
    </a>
  `;
}

/** E-mail addresses to write to: agencies keep several in one field. */
export function Mail({ email, who }) {
  const addresses = (email ?? "").split(/[;,\s]+/).filter((one) => /^[^@\s]+@[^@\s]+$/.test(one));
  return addresses.map(
    (one) => html`
      <a class="reach" href=${`mailto:${encodeURIComponent(one).replace("%40", "@")}`}>
        <${Icon} name="mail" /><span><span class="visually-hidden">Mail ${who}, </span>${one}</span>
      </a>
    `,
  );
}

/** An address, which opens the phone's map. */
export function Place({ address, postcode }) {
  const text = [address, postcode].filter(Boolean);
  const whole = postcode && address?.includes(postcode) ? address : text.join(", ");
  if (!whole) return "Not known";
  return html`
    <a class="reach" href=${MAP + encodeURIComponent(whole)} target="_blank" rel="noopener noreferrer">
      <${Icon} name="map" /><span dir="auto">${whole}<span class="visually-hidden"> (opens a map)</span></span>
    </a>
  `;
}
