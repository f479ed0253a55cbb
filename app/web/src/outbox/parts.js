// What screens show of an item, in the outbox and elsewhere.
import { Branch } from "../contacts/branch.js";
import { html } from "../html.js";
import { Icon } from "../parts/icon.js";
import { account } from "../session.js";
import { isPromised, remark, wordsAndReason } from "./states.js";

const ICONS = {
  waiting: "clock",
  sending: "send",
  checking: "search",
  review: "contacts",
  done: "done",
  refused: "emergency",
  unknown: "emergency",
};

/** Where an item stands, in one line; why, where it did not get through. */
export function StateOf({ item }) {
  return html`
    <span class=${`state is-${item.state}`}>
      <${Icon} name=${ICONS[isPromised(item) ? "waiting" : item.state]} /><span dir="auto">${wordsAndReason(item, account.value?.agencyName)}</span>
    </span>
  `;
}

/** What else is known of an item, and whom to ask where only the agency can tell. */
export function Remarks({ item }) {
  const text = remark(item, account.value?.agencyName);
  return html`
    ${text && html`<p class="hint" dir="auto">${text}</p>`}
    ${item.state === "review" && html`<${Review} />`}
    ${item.state === "refused" && item.ended === "rejected" && html`<${Branch} />`}
  `;
}

/** What a person can do about something in review. */
export const Review = () => html`
  <p class="hint">Please do not send it again. If you cannot wait for the result, ask the agency.</p>
  <${Branch} />
`;
