// Signing out, which wipes this person's data from the device: what was not sent yet is asked about first.
import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { why } from "../api.js";
import { html } from "../html.js";
import { unsent } from "../outbox/index.js";
import { Icon } from "../parts/icon.js";
import { forgetReadings } from "../reading.js";
import { go } from "../router.js";
import { person, signOut } from "../session.js";
import { count } from "../words.js";

const LEAVING = "Signing out …";

export function SignOut() {
  const [problem, waiting, busy, leaving] = [useSignal(null), useSignal(0), useSignal(false), useSignal(false)];
  const leave = async () => {
    busy.value = leaving.value = true;
    const answer = await signOut();
    busy.value = leaving.value = false;
    if (answer.status !== 204) {
      problem.value = `${why(answer)} Nothing on this device was deleted.`;
      return;
    }
    forgetReadings();
    go("/", { replace: true });
  };
  const ask = async () => {
    problem.value = null;
    busy.value = true;
    try {
      waiting.value = await unsent(person.value.email);
    } catch (error) {
      if (!error.sentence) throw error;
      problem.value = error.sentence; // nobody can tell what would be lost
      return;
    } finally {
      busy.value = false;
    }
    if (!waiting.value) await leave();
  };
  return html`
    <p class="problem" role="alert">${problem.value}</p>
    ${waiting.value
      ? html`<${Sure} number=${waiting.value} busy=${busy.value} onSure=${leave} onStay=${() => (waiting.value = 0)} />`
      : html`<button class="btn btn-secondary" type="button" disabled=${busy.value} onClick=${ask}>
          <${Icon} name="leave" />${leaving.value ? LEAVING : "Sign out"}
        </button>`}
  `;
}

function Sure({ number, busy, onSure, onStay }) {
  const question = useRef(null);
  useLayoutEffect(() => question.current.focus(), []);
  const [things, are, them] = [count(number, "thing"), number === 1 ? "is" : "are", number === 1 ? "it" : "them"];
  return html`
    <div class="notice" role="group" aria-labelledby="sure">
      <p id="sure" ref=${question} tabindex="-1">
        <b>${things} on this device ${are} not with the agency yet.</b> Signing out deletes ${them} for good.
      </p>
      <div class="doing">
        <button class="btn btn-primary" type="button" disabled=${busy} onClick=${onStay}>Stay signed in</button>
        <button class="btn btn-danger" type="button" disabled=${busy} onClick=${onSure}>
          ${busy ? LEAVING : `Delete ${them} and sign out`}
        </button>
      </div>
    </div>
  `;
}
