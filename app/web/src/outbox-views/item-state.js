// The state of an item, as the outbox screen and other screens show it.
import { BranchContacts } from "../contacts/branch.js";
import { html } from "../html.js";
import { itemRemark, stateLabelWithReason } from "../outbox/labels.js";
import { isAccepted } from "../outbox/states.js";
import { Icon } from "../parts/icon.js";
import { account } from "../session.js";

const ICONS = {
  waiting: "clock",
  sending: "send",
  checking: "search",
  review: "contacts",
  done: "done",
  refused: "emergency",
  unknown: "emergency",
};

/**
 * The state of an item in one line, and the reason if it was refused.
 *
 * @param {{item: Item}} props
 */
export function StateLine({ item }) {
  return html`
    <span class=${`state is-${item.state}`}>
      <${Icon} name=${ICONS[isAccepted(item) ? "waiting" : item.state]} /><span dir="auto">${stateLabelWithReason(item, account.value?.agencyName)}</span>
    </span>
  `;
}

/**
 * The portal's further remark on an item, and the agency's contacts if only the agency knows more.
 *
 * @param {{item: Item}} props
 */
export function Remarks({ item }) {
  const remark = itemRemark(item, account.value?.agencyName);
  return html`
    ${remark && html`<p class="hint" dir="auto">${remark}</p>`}
    ${item.state === "review" && html`<${ReviewHint} />`}
    ${item.state === "refused" && item.ended === "rejected" && html`<${BranchContacts} />`}
  `;
}

/** A hint for an item that only the agency can check. */
export const ReviewHint = () => html`
  <p class="hint">Please do not send it again. If you cannot wait for the result, ask the agency.</p>
  <${BranchContacts} />
`;
