// Signs out and deletes the person's data from this device. It asks first if there are unsent items.
import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { errorSentence } from "../api.js";
import { count } from "../format.js";
import { html } from "../html.js";
import { outbox } from "../outbox/instance.js";
import { Icon } from "../parts/icon.js";
import { navigate } from "../router.js";
import { person, signOut } from "../session.js";
import { sentenceOf } from "../store/database.js";

export const SIGNING_OUT = "Signing out …";

export function SignOut() {
  const [problem, unsent] = [useSignal(/** @type {string | null} */ (null)), useSignal(0)];
  const [busy, isSigningOut] = [useSignal(false), useSignal(false)];
  const leave = async () => {
    busy.value = isSigningOut.value = true;
    const answer = await signOut();
    busy.value = isSigningOut.value = false;
    if (answer.status !== 204) {
      problem.value = `${errorSentence(answer)} Nothing on this device was deleted.`;
      return;
    }
    navigate("/", { replace: true });
  };
  const askOrLeave = async () => {
    problem.value = null;
    busy.value = true;
    try {
      unsent.value = await outbox.countUnsent(/** @type {Person} */ (person.value).email);
    } catch (error) {
      const sentence = sentenceOf(error);
      if (!sentence) throw error;
      problem.value = sentence; // the number of unsent items is unknown
      return;
    } finally {
      busy.value = false;
    }
    if (!unsent.value) await leave();
  };
  return html`
    <p class="problem" role="alert">${problem.value}</p>
    ${unsent.value
      ? html`<${SignOutQuestion} number=${unsent.value} busy=${busy.value} onConfirm=${leave} onCancel=${() => (unsent.value = 0)} />`
      : html`<button class="btn btn-secondary" type="button" disabled=${busy.value} onClick=${askOrLeave}>
          <${Icon} name="leave" />${isSigningOut.value ? SIGNING_OUT : "Sign out"}
        </button>`}
  `;
}

/** @param {{number: number, busy: boolean, onConfirm: () => void, onCancel: () => void}} props */
function SignOutQuestion({ number, busy, onConfirm, onCancel }) {
  const question = useRef(/** @type {HTMLElement | null} */ (null));
  useLayoutEffect(() => question.current?.focus(), []);
  const [things, are, them] = [count(number, "thing"), number === 1 ? "is" : "are", number === 1 ? "it" : "them"];
  return html`
    <div class="notice" role="group" aria-labelledby="sure">
      <p id="sure" ref=${question} tabindex="-1">
        <b>${things} on this device ${are} not with the agency yet.</b> Signing out deletes ${them} for good.
      </p>
      <div class="doing">
        <button class="btn btn-primary" type="button" disabled=${busy} onClick=${onCancel}>Stay signed in</button>
        <button class="btn btn-danger" type="button" disabled=${busy} onClick=${onConfirm}>
          ${busy ? SIGNING_OUT : `Delete ${them} and sign out`}
        </button>
      </div>
    </div>
  `;
}
