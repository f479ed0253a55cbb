// Marks a job complete, and undoes that while the completion is still on this phone.
import { useSignal } from "@preact/signals";
import { jobTitle, unsentCompletion } from "../data/jobs.js";
import { html } from "../html.js";
import { useUndoableItems } from "../outbox-views/hooks.js";
import { Remarks, StateLine } from "../outbox-views/item-state.js";
import { outbox } from "../outbox/instance.js";
import { UNDO_MS, needsAction } from "../outbox/states.js";
import { announce } from "../parts/announcer.js";
import { Icon } from "../parts/icon.js";
import { hrefTo } from "../router.js";
import { sentenceOf } from "../store/database.js";

const UNDO_S = UNDO_MS / 1_000;

/**
 * Return [setCompleted, problem]. `setCompleted` puts a completion, or a reopening, of the job into the outbox. `problem`
 * says why that failed.
 *
 * @param {Job} job
 */
export function useCompletion(job) {
  const [problem, busy] = [useSignal(/** @type {string | null} */ (null)), useSignal(false)];
  /** @param {boolean} completed */
  const setCompleted = async (completed) => {
    if (busy.value) return; // the person has tapped twice
    busy.value = true;
    problem.value = null;
    try {
      await outbox.add({ kind: "completion", jobId: job.jobId, about: jobTitle(job), content: { completed }, document: null });
      announce(completed ? `Marked complete. You have ${UNDO_S} seconds to undo it.` : "The reopening waits to be sent.");
    } catch (error) {
      problem.value = sentenceOf(error) ?? "This could not be kept. Please try again.";
    }
    busy.value = false;
  };
  return /** @type {const} */ ([setCompleted, problem.value]);
}

/**
 * The button that marks an open job complete. While a completion or reopening is unsent, its state takes this place.
 *
 * @param {{job: Job, isOpen: boolean}} props
 */
export function Completion({ job, isOpen }) {
  const [setCompleted, problem] = useCompletion(job);
  const unsent = unsentCompletion(job.jobId);
  if (unsent) return html`<${UnsentCompletion} item=${unsent} />`;
  return html`
    ${isOpen &&
    html`<button class="btn btn-primary" type="button" onClick=${() => setCompleted(true)}><${Icon} name="done" />Mark complete</button>`}
    ${problem && html`<p class="notice" role="alert">${problem}</p>`}
  `;
}

/**
 * The state of a completion. It is as high as the button and nothing in it reacts, because a second tap lands here.
 *
 * @param {{item: Item & {kind: "completion"}}} props
 */
function UnsentCompletion({ item }) {
  return html`
    <div class="pending">
      <p class="state-line">
        <${Icon} name=${item.content.completed ? "done" : "reopen"} />
        ${item.content.completed ? "Marked complete by you." : "Reopened by you."} <${StateLine} item=${item} />
      </p>
      <${Remarks} item=${item} />
      ${needsAction(item) &&
      html`<a class="reach" href=${hrefTo("/outbox")}><${Icon} name="send" />Send it again, or delete it</a>`}
    </div>
  `;
}

/**
 * The *Undo* button, while a completion of this job is held for it.
 *
 * @param {{jobId: string}} props
 */
export function UndoCompletion({ jobId }) {
  const problem = useSignal(/** @type {string | null} */ (null));
  const [item] = useUndoableItems(outbox.itemsOf(jobId));
  const undo = async () => {
    problem.value = null;
    try {
      await outbox.undo(item.id);
      announce("Undone. The job is not marked complete.");
    } catch (error) {
      const sentence = sentenceOf(error);
      if (!sentence) throw error;
      problem.value = sentence;
    }
  };
  return html`
    ${item &&
    html`
      <div class="undo">
        <p>You have ${UNDO_S} seconds to undo this.</p>
        <button class="btn btn-secondary" type="button" onClick=${undo}>
          <${Icon} name="undo" />Undo<span class="visually-hidden"> marking the job complete</span>
        </button>
      </div>
    `}
    ${problem.value && html`<p class="notice" role="alert">${problem.value}</p>`}
  `;
}
