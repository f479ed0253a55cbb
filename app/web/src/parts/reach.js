// Ways to reach people and places. What the agency holds is text; only what can be dialled or written to becomes a link.
import { html } from "../html.js";
import { Icon } from "./icon.js";

const MAP = "https://www.google.com/maps/search/?api=1&query=";

const BETWEEN_NUMBERS = /[\p{L}/,;&#|]|(?=\+)/u;
const SHORTEST = 5;
const NOT_FROM_ABROAD = /^(\+|00)(\d{1,3})\(0\)/;

/** The first number in what an agency wrote, as it is dialled: "+44 (0)1632 960001 ext 5" is +441632960001. */
export function dialled(phone) {
  const signs = phone.split(BETWEEN_NUMBERS).map((one) => one.replace(/[^+\d()]/g, ""));
  const numbers = signs.map((one) => one.replace(NOT_FROM_ABROAD, "$1$2").replace(/[()]/g, ""));
  return numbers.find(({ length }) => length >= SHORTEST) ?? "";
}

/** A phone number to call; `who` tells screen readers whose it is. */
export function Call({ phone, who }) {
  if (!phone) return null;
  const number = dialled(phone);
  if (!number) return html`<span dir="auto">${phone}</span>`;
  return html`
    <a class="reach" href=${`tel:${number}`}>
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
