// Markup in plain JavaScript: html`<p>${text}</p>` makes elements of Preact. Text stays text, whatever is in it.
import htm from "htm";
import { h } from "preact";

export const html = htm.bind(h);
