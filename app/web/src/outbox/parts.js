// What screens show of an item, in the outbox and elsewhere.
import { html } from "../html.js";
import { Icon } from "../parts/icon.js";
import { words } from "./states.js";

const ICONS = { waiting: "clock", sending: "send", checking: "search", done: "done", refused: "emergency", unknown: "emergency" };

/** Where an item stands, in one line; why, where it was refused. */
export function StateOf({ item }) {
  const because = item.state === "refused" && item.sentence ? `, because: ${item.sentence}` : "";
  return html`
    <span class=${`state is-${item.state}`}>
      <${Icon} name=${ICONS[item.state]} /><span dir="auto">${words(item)}${because}</span>
    </span>
  `;
}
