// Reopens a completed job. The button is far from the button that completes a job, and asks first.
import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { unsentCompletion } from "../data/jobs.js";
import { html } from "../html.js";
import { Icon } from "../parts/icon.js";
import { account } from "../session.js";
import { useCompletion } from "./completion.js";

/** @param {{job: Job}} props */
export function Reopening({ job }) {
  const isAsking = useSignal(false);
  const [setCompleted, problem] = useCompletion(job);
  if (unsentCompletion(job.jobId)) return null;
  return html`
    <section aria-labelledby="reopening">
      <h2 id="reopening">Not finished after all?</h2>
      ${isAsking.value
        ? html`<${ReopenQuestion} onConfirm=${() => setCompleted(false)} onCancel=${() => (isAsking.value = false)} />`
        : html`<button class="btn btn-secondary" type="button" onClick=${() => (isAsking.value = true)}>
            <${Icon} name="reopen" />Reopen this job
          </button>`}
      ${problem && html`<p class="notice" role="alert">${problem}</p>`}
    </section>
  `;
}

/**
 * The question takes the place of the button, so a second tap on the button does not answer it.
 *
 * @param {{onConfirm: () => void, onCancel: () => void}} props
 */
function ReopenQuestion({ onConfirm, onCancel }) {
  const question = useRef(/** @type {HTMLElement | null} */ (null));
  useLayoutEffect(() => question.current?.focus(), []);
  return html`
    <div role="group" aria-labelledby="reopen-question">
      <p id="reopen-question" class="question" ref=${question} tabindex="-1">
        <b>Reopen this job?</b> ${account.value?.agencyName} will see that it is not finished.
      </p>
      <div class="doing">
        <button class="btn btn-secondary" type="button" onClick=${onCancel}>Leave it complete</button>
        <button class="btn btn-primary" type="button" onClick=${onConfirm}>Yes, reopen it</button>
      </div>
    </div>
  `;
}
