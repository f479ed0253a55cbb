// Markup in plain JavaScript: html`<p>${text}</p>` creates Preact elements. Text stays text, whatever it contains.
import htm from "htm";
import { h } from "preact";

export const html = htm.bind(h);
