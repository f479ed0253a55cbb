// Marking a job complete, and taking that back for as long as it stays on this phone.
import { useSignal } from "@preact/signals";
import { html } from "../html.js";
import { useHeld } from "../outbox/held.js";
import { UNDO_MS, add, itemsOf, needsPerson, undo } from "../outbox/index.js";
import { Remarks, StateOf } from "../outbox/parts.js";
import { announce } from "../parts/announce.js";
import { Icon } from "../parts/icon.js";
import { to } from "../router.js";
import { pendingCompletion, titleOf } from "./state.js";

const KEPT_S = UNDO_MS / 1_000;

/** What a person wants a job to be, as [set, problem]: `set(completed)` puts it into the outbox, `problem` says why not. */
export function useCompletion(job) {
  const [problem, busy] = [useSignal(null), useSignal(false)];
  const set = async (completed) => {
    if (busy.value) return; // tapped twice
    busy.value = true;
    problem.value = null;
    try {
      await add({ kind: "completion", jobId: job.jobId, about: titleOf(job), content: { completed }, document: null });
      announce(completed ? `Marked complete. You have ${KEPT_S} seconds to undo it.` : "The reopening waits to be sent.");
    } catch (error) {
      problem.value = error.sentence ?? "This could not be kept. Please try again.";
    }
    busy.value = false;
  };
  return [set, problem.value];
}

/** The button for an open job; in its place, where a completion or reopening stands that is on its way. */
export function Completion({ job, isOpen }) {
  const [set, problem] = useCompletion(job);
  const pending = pendingCompletion(job.jobId);
  if (pending) return html`<${Pending} item=${pending} />`;
  return html`
    ${isOpen &&
    html`<button class="btn btn-primary" type="button" onClick=${() => set(true)}><${Icon} name="done" />Mark complete</button>`}
    ${problem && html`<p class="notice" role="alert">${problem}</p>`}
  `;
}

// As high as the button, and nothing to press: a second tap on the button lands here.
function Pending({ item }) {
  return html`
    <div class="pending">
      <p class="state-line">
        <${Icon} name=${item.content.completed ? "done" : "reopen"} />
        ${item.content.completed ? "Marked complete by you." : "Reopened by you."} <${StateOf} item=${item} />
      </p>
      <${Remarks} item=${item} />
      ${needsPerson(item) &&
      html`<a class="reach" href=${to("/outbox")}><${Icon} name="send" />Send it again, or delete it</a>`}
    </div>
  `;
}

/** The message with *Undo*, while a completion of this job is held for it. */
export function Undo({ jobId }) {
  const problem = useSignal(null);
  const [item] = useHeld(itemsOf(jobId));
  const takeBack = async () => {
    problem.value = null;
    try {
      await undo(item.id);
      announce("Undone. The job is not marked complete.");
    } catch (error) {
      if (!error.sentence) throw error;
      problem.value = error.sentence;
    }
  };
  return html`
    ${item &&
    html`
      <div class="undo">
        <p>You have ${KEPT_S} seconds to undo this.</p>
        <button class="btn btn-secondary" type="button" onClick=${takeBack}>
          <${Icon} name="undo" />Undo<span class="visually-hidden"> marking the job complete</span>
        </button>
      </div>
    `}
    ${problem.value && html`<p class="notice" role="alert">${problem.value}</p>`}
  `;
}
