// Links to telephone numbers, e-mail addresses and places. Agencies write them as free text; only the usable parts become
// links.
import { html } from "../html.js";
import { Icon } from "./icon.js";

const MAP = "https://www.google.com/maps/search/?api=1&query=";

const BETWEEN_NUMBERS = /[\p{L}/,;&#|]|(?=\+)/u;
const MIN_DIGITS = 5;
const NOT_FROM_ABROAD = /^(\+|00)(\d{1,3})\(0\)/;

/**
 * Return the first telephone number of a text as phones dial it: +441632960001 for "+44 (0)1632 960001 ext 5". Return "" if
 * there is none.
 *
 * @param {string} text
 */
export function dialledNumber(text) {
  const parts = text.split(BETWEEN_NUMBERS).map((part) => part.replace(/[^+\d()]/g, ""));
  const numbers = parts.map((part) => part.replace(NOT_FROM_ABROAD, "$1$2").replace(/[()]/g, ""));
  return numbers.find(({ length }) => length >= MIN_DIGITS) ?? "";
}

/**
 * A link that calls a telephone number. `who` tells screen readers whose number it is.
 *
 * @param {{phone?: string | null, who: string}} props
 */
export function Call({ phone, who }) {
  if (!phone) return null;
  const number = dialledNumber(phone);
  if (!number) return html`<span dir="auto">${phone}</span>`;
  return html`
    <a class="reach" href=${`tel:${number}`}>
      <${Icon} name="call" /><span><span class="visually-hidden">Call ${who}, </span>${phone}</span>
    </a>
  `;
}

/**
 * Links that write to the e-mail addresses of a text: agencies keep several in one field.
 *
 * @param {{email?: string | null, who: string}} props
 */
export function Mail({ email, who }) {
  const addresses = (email ?? "").split(/[;,\s]+/).filter((address) => /^[^@\s]+@[^@\s]+$/.test(address));
  return addresses.map(
    (address) => html`
      <a class="reach" href=${`mailto:${encodeURIComponent(address).replace("%40", "@")}`}>
        <${Icon} name="mail" /><span><span class="visually-hidden">Mail ${who}, </span>${address}</span>
      </a>
    `,
  );
}

/**
 * A link that opens the phone's map at an address.
 *
 * @param {{address?: string, postcode?: string}} props
 */
export function Place({ address, postcode }) {
  const parts = [address, postcode].filter(Boolean);
  const text = postcode && address?.includes(postcode) ? address : parts.join(", ");
  if (!text) return "Not known";
  return html`
    <a class="reach" href=${MAP + encodeURIComponent(text)} target="_blank" rel="noopener noreferrer">
      <${Icon} name="map" /><span dir="auto">${text}<span class="visually-hidden"> (opens a map)</span></span>
    </a>
  `;
}
