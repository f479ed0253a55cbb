// The strip above every screen. It tells what the agency has still to get, and that this device cannot keep data.
import { count } from "../format.js";
import { html } from "../html.js";
import { outbox } from "../outbox/instance.js";
import { isAccepted, isTracked, isUnsent, mayHaveArrived, needsAction } from "../outbox/states.js";
import { Icon } from "../parts/icon.js";
import { hrefTo } from "../router.js";
import { account, accountName, accountOfName, person } from "../session.js";
import { useUndoableItems } from "./hooks.js";

export function OutboxStrip() {
  const items = outbox.items.value ?? [];
  // A line for undoable items would move the page under a thumb. The screen of their job shows them.
  const undoable = useUndoableItems(items);
  const unsent = items.filter((item) => isUnsent(item) && !undoable.includes(item));
  const failed = unsent.filter(needsAction).length;
  const accepted = unsent.filter(isAccepted).length;
  const inReview = unsent.filter(({ state }) => state === "review").length;
  const checked = unsent.filter(({ state }) => state === "checking").length - accepted;
  const waiting = unsent.filter((item) => !needsAction(item) && !isTracked(item));
  const isOffline = outbox.obstacle.value === "offline";
  const waitingLabel = waiting.some(mayHaveArrived) ? "not confirmed yet" : "not with the agency yet";
  const [otherAccounts, problem] = [outbox.otherAccounts.value, outbox.storageProblem.value];
  if (!unsent.length && !otherAccounts.length && !problem) return null;
  return html`
    <aside class="strip" aria-label="Outbox">
      ${problem && html`<p role="alert">${problem}</p>`}
      ${failed > 0 && html`<${Line} icon="emergency">${count(failed, "thing")} ${failed === 1 ? "needs" : "need"} you<//>`}
      ${inReview > 0 && html`<${Line} icon="contacts">Only ${account.value?.agencyName} can check ${count(inReview, "thing")}<//>`}
      ${checked > 0 && html`<${Line} icon="search">${count(checked, "thing")} ${checked === 1 ? "is" : "are"} being checked<//>`}
      ${accepted > 0 && html`<${Line} icon="clock">${count(accepted, "thing")} ${accepted === 1 ? "is" : "are"} with the portal<//>`}
      ${waiting.length > 0 &&
      html`<${Line} icon=${isOffline ? "offline" : "send"}>
        ${count(waiting.length, "thing")} ${waiting.length === 1 ? "is" : "are"} ${waitingLabel}
      <//>`}
      ${otherAccounts.map((other) => html`<${OtherAccountLine} key=${accountName(other)} ...${other} />`)}
    </aside>
  `;
}

/** @param {{icon: string, children: Children}} props */
const Line = ({ icon, children }) => html`<a href=${hrefTo("/outbox")}><${Icon} name=${icon} /><span>${children}</span><${Icon} name="open" /></a>`;

/** @param {AccountId & {number: number}} props */
function OtherAccountLine({ number, ...other }) {
  const name = accountName(other);
  const agencyName =
    (person.value && accountOfName(person.value, name)?.agencyName) ?? "an account that is no longer yours";
  const [things, are] = [count(number, "thing"), number === 1 ? "is" : "are"];
  return html`
    <a href=${hrefTo("/outbox", {}, name)}>
      <${Icon} name="send" />${things} for ${agencyName} ${are} not there yet<${Icon} name="open" />
    </a>
  `;
}
