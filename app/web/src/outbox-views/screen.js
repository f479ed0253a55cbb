// The outbox screen: the items that the agency has still to get, and those that it got lately.
import { useState } from "preact/hooks";
import { dateTime, money } from "../format.js";
import { html } from "../html.js";
import { outbox } from "../outbox/instance.js";
import { kindLabel } from "../outbox/labels.js";
import { canEdit, canRemove, isOnlyOnPhone, isUnsent, mayHaveArrived, needsAction } from "../outbox/states.js";
import { announce } from "../parts/announcer.js";
import { Icon } from "../parts/icon.js";
import { Screen } from "../parts/screen.js";
import { hrefTo } from "../router.js";
import { account } from "../session.js";
import { sentenceOf } from "../store/database.js";
import { Remarks, StateLine } from "./item-state.js";
import { NoteEditor } from "./note-editor.js";

const OBSTACLES = {
  offline: "No connection to the portal. What waits is kept on this phone.",
  "signed-out": "You are signed out. This waits until you sign in again.",
  "other-person": "Somebody else is signed in on this device. This waits for you, and they cannot see it.",
  "account-gone": "The agency does not know you by this account any more, so nothing is sent. Please ask them.",
};

export function OutboxScreen() {
  const sent = (outbox.items.value ?? []).filter((item) => !isUnsent(item)).reverse();
  return html`
    <${Screen} title="Outbox" back=${{ path: "/jobs", name: "Jobs" }}>
      <${UnsentItems}>
        ${outbox.items.value
          ? html`<p class="reach"><${Icon} name="done" />Nothing waits: your agency has everything you sent from here.</p>`
          : !outbox.storageProblem.value && html`<p class="loading" role="status">Loading …</p>`}
      <//>
      ${sent.length > 0 &&
      html`
        <section aria-labelledby="sent">
          <h2 id="sent">With the agency</h2>
          <p class="hint">Sent from this phone within the last seven days.</p>
          <${ItemList} items=${sent} />
        </section>
      `}
    <//>
  `;
}

/**
 * The unsent items, the reason why nothing can be sent, and a button to try. Without unsent items, its children.
 *
 * @param {{children?: Children}} props
 */
export function UnsentItems({ children }) {
  const unsent = (outbox.items.value ?? []).filter(isUnsent);
  const [waiting, inReview] = [unsent.filter((item) => !isInReview(item)), unsent.filter(isInReview)];
  const obstacle = outbox.obstacle.value;
  if (!unsent.length) return children;
  return html`
    ${obstacle && waiting.some((item) => isOnlyOnPhone(item) && !needsAction(item)) && html`<p class="notice" role="status">${OBSTACLES[obstacle]}${obstacle === "offline" && ` ${outbox.sendingNotice()}`}</p>`}
    ${waiting.length > 0 && html`<h2 class="visually-hidden">Not confirmed yet</h2><${ItemList} items=${waiting} />`}
    ${waiting.some(({ state }) => state === "waiting") &&
    html`<button type="button" class="btn btn-primary" onClick=${() => outbox.tryNow()}>Try now</button>`}
    ${inReview.length > 0 &&
    html`<section aria-labelledby="in-review"><h2 id="in-review">Only the agency can check</h2><${ItemList} items=${inReview} /></section>`}
  `;
}

/** @param {Item} item */
const isInReview = ({ state }) => state === "review";

/** @param {{items: Item[]}} props */
const ItemList = ({ items }) => html`<ol class="cards">${items.map((item) => html`<${ItemCard} key=${item.id} item=${item} />`)}</ol>`;

/** @param {{item: Item}} props */
export function ItemCard({ item }) {
  const [action, setAction] = useState(/** @type {"edit" | "remove" | null} */ (null));
  const endAction = () => setAction(null);
  return html`
    <li class="card">
      <h3 class="title">${kindLabel(item)}${item.about && html`: <span dir="auto">${item.about}</span>`}</h3>
      ${action === "edit" ? html`<${NoteEditor} item=${item} onClose=${endAction} />` : html`<${Content} item=${item} />`}
      <p class="about">
        <${StateLine} item=${item} />
        <time datetime=${new Date(item.addedAt).toISOString()}>Written ${dateTime(item.addedAt)}</time>
      </p>
      <${Remarks} item=${item} />
      ${action === "remove" && html`<${RemoveQuestion} item=${item} onClose=${endAction} />`}
      ${!action && html`<${Actions} item=${item} setAction=${setAction} />`}
    </li>
  `;
}

/** @param {{item: Item}} props */
function Content({ item }) {
  const { document, jobId } = item;
  return html`
    ${item.kind === "note" && html`<p class="says" dir="auto">${item.content.note}</p>`}
    ${item.kind === "invoice" &&
    html`
      <p class="says" dir="auto">
        <strong>${money(item.content.amount)}</strong>${item.content.invoiceNumber ? `, number ${item.content.invoiceNumber}` : ""}
        <br />${item.content.description}
      </p>
    `}
    ${document && html`<p class="reach"><${Icon} name="invoice" /><span dir="auto">${document.name}</span></p>`}
    ${jobId && html`<a class="reach" href=${hrefTo(`/jobs/${jobId}`)}><${Icon} name="jobs" />Look at the job</a>`}
  `;
}

/** @param {{item: Item, setAction: (action: "edit" | "remove") => void}} props */
function Actions({ item, setAction }) {
  const isDuplicate = item.asks === "duplicate";
  const [isEditable, isRemovable] = [
    account.value && canEdit(item) && item.kind !== "completion",
    canRemove(item) && isUnsent(item),
  ];
  if (!isEditable && !isRemovable) return null;
  return html`
    <p class="doing">
      ${isDuplicate &&
      html`<button type="button" class="btn btn-primary" onClick=${() => outbox.resend(item.id, { duplicate: true })}>
        It is another one: send it
      </button>`}
      ${isEditable && html`<${EditAction} item=${item} onEditNote=${() => setAction("edit")} />`}
      ${needsAction(item) &&
      !item.asks &&
      html`<button type="button" class="btn btn-secondary" onClick=${() => outbox.resend(item.id)}>Send again</button>`}
      ${isRemovable && html`<button type="button" class="btn btn-danger" onClick=${() => setAction("remove")}>Delete</button>`}
    </p>
  `;
}

/** @param {{item: Item, onEditNote: () => void}} props */
function EditAction({ item: { id, kind, jobId, content }, onEditNote }) {
  if (kind === "note") return html`<button type="button" class="btn btn-secondary" onClick=${onEditNote}>Change</button>`;
  const statement = "statementId" in content && content.statementId;
  const query = { ...(statement && { statement }), change: id };
  const address = hrefTo(jobId ? `/jobs/${jobId}/invoice` : "/invoice", query);
  return html`<a class="btn btn-secondary" href=${address}>Change</a>`;
}

/** @param {{item: Item, onClose: () => void}} props */
function RemoveQuestion({ item, onClose }) {
  const warning = mayHaveArrived(item)
    ? "It may have reached your agency already: deleting it here does not take it back."
    : "It is then gone for good.";
  const [problem, setProblem] = useState(/** @type {string | null} */ (null));
  const remove = async () => {
    try {
      await outbox.remove(item.id);
      document.querySelector("h1")?.focus();
      announce("Deleted.");
    } catch (error) {
      const sentence = sentenceOf(error);
      if (!sentence) throw error;
      setProblem(sentence);
    }
  };
  return html`
    <div role="group" aria-label="Delete this?">
      <p>Delete this? ${warning}</p>
      ${problem && html`<p class="notice" role="alert">${problem}</p>`}
      <p class="doing">
        <button type="button" class="btn btn-danger" ref=${focusButton} onClick=${remove}>Yes, delete it</button>
        <button type="button" class="btn btn-secondary" onClick=${onClose}>Keep it</button>
      </p>
    </div>
  `;
}

/** @param {HTMLElement | null} button */
const focusButton = (button) => button?.focus();
