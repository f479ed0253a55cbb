// Everything that has still to reach the agency, and what has lately: seen, changed, deleted, sent again.
import { useState } from "preact/hooks";
import { html } from "../html.js";
import { announce } from "../parts/announce.js";
import { Icon } from "../parts/icon.js";
import { Screen } from "../parts/screen.js";
import { to } from "../router.js";
import { account } from "../session.js";
import { moment, money } from "../words.js";
import { Edit } from "./edit.js";
import { again, canEdit, canRemove, goesOut, hold, isOnlyHere, isUnsent, items, mayBeThere, needsPerson, remove, trouble, tryNow } from "./index.js";
import { Remarks, StateOf } from "./parts.js";
import { nameOfKind } from "./states.js";

const HOLDS = {
  offline: "No connection to the portal. What waits is kept on this phone.",
  "signed-out": "You are signed out. This waits until you sign in again.",
  "other-person": "Somebody else is signed in on this device. This waits for you, and they cannot see it.",
  "account-gone": "The agency does not know you by this account any more, so nothing is sent. Please ask them.",
};

export function OutboxScreen() {
  const sent = (items.value ?? []).filter((item) => !isUnsent(item)).reverse();
  return html`
    <${Screen} title="Outbox" back=${{ path: "/jobs", name: "Jobs" }}>
      <${Waiting}>
        ${items.value
          ? html`<p class="reach"><${Icon} name="done" />Nothing waits: your agency has everything you sent from here.</p>`
          : !trouble.value && html`<p class="loading" role="status">Loading …</p>`}
      <//>
      ${sent.length > 0 &&
      html`
        <section aria-labelledby="sent">
          <h2 id="sent">With the agency</h2>
          <p class="hint">Sent from this phone within the last seven days.</p>
          <${List} of=${sent} />
        </section>
      `}
    <//>
  `;
}

/** What is not with the agency yet, why nothing goes out, and a way to try; its children where there is nothing. */
export function Waiting({ children }) {
  const unsent = (items.value ?? []).filter(isUnsent);
  const [waiting, inReview] = [unsent.filter((item) => !isInReview(item)), unsent.filter(isInReview)];
  if (!unsent.length) return children;
  return html`
    ${hold.value && waiting.some((item) => isOnlyHere(item) && !needsPerson(item)) && html`<p class="notice" role="status">${HOLDS[hold.value]}${hold.value === "offline" && ` ${goesOut()}`}</p>`}
    ${waiting.length > 0 && html`<h2 class="visually-hidden">Not confirmed yet</h2><${List} of=${waiting} />`}
    ${waiting.some(({ state }) => state === "waiting") &&
    html`<button type="button" class="btn btn-primary" onClick=${tryNow}>Try now</button>`}
    ${inReview.length > 0 &&
    html`<section aria-labelledby="in-review"><h2 id="in-review">The agency was asked</h2><${List} of=${inReview} /></section>`}
  `;
}

const isInReview = ({ state }) => state === "review";

const List = ({ of }) => html`<ol class="cards">${of.map((item) => html`<${Item} key=${item.id} item=${item} />`)}</ol>`;

export function Item({ item }) {
  const [doing, setDoing] = useState(null);
  const stop = () => setDoing(null);
  return html`
    <li class="card">
      <h3 class="title">${nameOfKind(item)}${item.about && html`: <span dir="auto">${item.about}</span>`}</h3>
      ${doing === "edit" ? html`<${Edit} item=${item} done=${stop} />` : html`<${Content} item=${item} />`}
      <p class="about">
        <${StateOf} item=${item} />
        <time datetime=${new Date(item.addedAt).toISOString()}>Written ${moment(item.addedAt)}</time>
      </p>
      <${Remarks} item=${item} />
      ${doing === "remove" && html`<${Sure} item=${item} stop=${stop} />`}
      ${!doing && html`<${Ways} item=${item} setDoing=${setDoing} />`}
    </li>
  `;
}

function Content({ item: { kind, content, document, jobId } }) {
  return html`
    ${kind === "note" && html`<p class="says" dir="auto">${content.note}</p>`}
    ${kind === "invoice" &&
    html`
      <p class="says" dir="auto">
        <strong>${money(content.amount)}</strong>${content.invoiceNumber ? `, number ${content.invoiceNumber}` : ""}
        <br />${content.description}
      </p>
    `}
    ${document && html`<p class="reach"><${Icon} name="invoice" /><span dir="auto">${document.name}</span></p>`}
    ${jobId && html`<a class="reach" href=${to(`/jobs/${jobId}`)}><${Icon} name="jobs" />Look at the job</a>`}
  `;
}

function Ways({ item, setDoing }) {
  const ask = item.asks === "duplicate";
  const [changes, removes] = [account.value && canEdit(item) && item.kind !== "completion", canRemove(item) && isUnsent(item)];
  if (!changes && !removes) return null;
  return html`
    <p class="doing">
      ${ask &&
      html`<button type="button" class="btn btn-primary" onClick=${() => again(item.id, { duplicate: true })}>
        It is another one: send it
      </button>`}
      ${changes && html`<${Change} item=${item} onNote=${() => setDoing("edit")} />`}
      ${needsPerson(item) &&
      !item.asks &&
      html`<button type="button" class="btn btn-secondary" onClick=${() => again(item.id)}>Send again</button>`}
      ${removes && html`<button type="button" class="btn btn-danger" onClick=${() => setDoing("remove")}>Delete</button>`}
    </p>
  `;
}

function Change({ item: { id, kind, jobId, content }, onNote }) {
  if (kind === "note") return html`<button type="button" class="btn btn-secondary" onClick=${onNote}>Change</button>`;
  const query = { ...(content.statementId && { statement: content.statementId }), change: id };
  const address = to(jobId ? `/jobs/${jobId}/invoice` : "/invoice", query);
  return html`<a class="btn btn-secondary" href=${address}>Change</a>`;
}

function Sure({ item, stop }) {
  const warning = mayBeThere(item)
    ? "It may have reached your agency already: deleting it here does not take it back."
    : "It is then gone for good.";
  const [problem, setProblem] = useState(null);
  const yes = async () => {
    try {
      await remove(item.id);
      document.querySelector("h1").focus();
      announce("Deleted.");
    } catch (error) {
      if (!error.sentence) throw error;
      setProblem(error.sentence);
    }
  };
  return html`
    <div role="group" aria-label="Delete this?">
      <p>Delete this? ${warning}</p>
      ${problem && html`<p class="notice" role="alert">${problem}</p>`}
      <p class="doing">
        <button type="button" class="btn btn-danger" ref=${focused} onClick=${yes}>Yes, delete it</button>
        <button type="button" class="btn btn-secondary" onClick=${stop}>Keep it</button>
      </p>
    </div>
  `;
}

const focused = (button) => button?.focus();
