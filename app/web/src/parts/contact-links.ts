// Addresses of links to people and places: telephone, text, e-mail and map. Agencies write numbers and names as free text; only
// the usable parts become links.

const MAP = "https://www.google.com/maps/search/?api=1&query=";

const BETWEEN_NUMBERS = /[\p{L}/,;&#|]|(?=\+)/u;
const MIN_DIGITS = 5;
const NOT_FROM_ABROAD = /^(\+|00)(\d{1,3})\(0\)/;
const BRITISH = /^(?:\+44|0044|0(?!0))/;
const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof|rev|sir|lady|lord|dame)\.?$/i;
const FIRST_NAME = /^\p{L}\p{M}*[\p{L}\p{M}'’-]+$/u;
const INITIALS = /^\p{Lu}{2}$/u;
const NOT_A_NAME = /^(?:the|a|an|tenant|tenants|occupier|occupiers|landlord|flat)$/i;
const SEVERAL = /^(?:and|&|or|\+|\/)$/i;
const MAX_NAME = 30;

/**
 * Return the first telephone number of a text as phones dial it: +441632960001 for "+44 (0)1632 960001 ext 5". Return
 * "" if there is none.
 */
export function dialledNumber(text: string | null | undefined) {
  const parts = (text ?? "").split(BETWEEN_NUMBERS).map((part) => part.replace(/[^+\d()]/g, ""));
  const numbers = parts.map((part) => part.replace(NOT_FROM_ABROAD, "$1$2").replace(/[()]/g, ""));
  return numbers.find(({ length }) => length >= MIN_DIGITS) ?? "";
}

/** Return whether a number can get a text. British landlines cannot. `number`: as phones dial it. */
export const takesTexts = (number: string) => Boolean(number) && (!BRITISH.test(number) || number.replace(BRITISH, "").startsWith("7"));

/**
 * Return how to name a person on a button: "Grace" for "Grace Price", but all of "Mrs Patel" and "J. Patel". Return ""
 * if there is no name, or none that is short enough.
 */
export function nameToCall(name: string | null | undefined) {
  const whole = (name ?? "").trim().replace(/\s+/g, " ");
  const words = whole.split(" ");
  const [first = "", ...others] = TITLE.test(words[0]) ? words.slice(1) : words;
  const isPlain = FIRST_NAME.test(first) && !INITIALS.test(first) && !NOT_A_NAME.test(first);
  const isSurname = TITLE.test(words[0]) && !others.length;
  const chosen = isPlain && !isSurname && !words.some((word) => SEVERAL.test(word)) ? first : whole;
  return chosen.length <= MAX_NAME ? chosen : "";
}

/** Return the address that writes to all e-mail addresses of a text, or null. Agencies keep several in one field. */
export function mailHref(text: string | null | undefined) {
  const addresses = (text ?? "").split(/[;,\s]+/).filter((address) => /^[^@\s]+@[^@\s]+$/.test(address));
  return addresses.length ? `mailto:${addresses.map((address) => encodeURIComponent(address).replace("%40", "@")).join()}` : null;
}

/** Return the address that opens a map at a place. Only Android opens its own map by `geo:`. */
export function mapHref(place: string, software = navigator.userAgent) {
  const query = encodeURIComponent(place);
  return /android/i.test(software) ? `geo:0,0?q=${query}` : MAP + query;
}
