// Marking a job complete, or opening it again.
import { useSignal } from "@preact/signals";
import { html } from "../html.js";
import { add } from "../outbox/index.js";
import { StateOf } from "../outbox/parts.js";
import { announce } from "../parts/announce.js";
import { Icon } from "../parts/icon.js";
import { pendingCompletion, titleOf } from "./state.js";

export function Completion({ job, standing }) {
  const [problem, busy] = [useSignal(null), useSignal(false)];
  const pending = pendingCompletion(job.jobId);
  const set = async (completed) => {
    if (busy.value) return; // tapped twice
    busy.value = true;
    problem.value = null;
    try {
      await add({ kind: "completion", jobId: job.jobId, about: titleOf(job), content: { completed }, document: null });
      announce(completed ? "The job is being marked complete." : "The job is being reopened.");
    } catch (error) {
      problem.value = error.sentence ?? "This could not be kept. Please try again.";
    }
    busy.value = false;
  };
  if (pending) {
    return html`
      <p class="pending">
        <${Icon} name=${pending.content.completed ? "done" : "reopen"} />
        ${pending.content.completed ? "Marked complete by you." : "Reopened by you."} <${StateOf} item=${pending} />
      </p>
    `;
  }
  return html`
    ${standing === "open" &&
    html`<button class="btn btn-primary" type="button" onClick=${() => set(true)}><${Icon} name="done" />Mark complete</button>`}
    ${standing === "completed" &&
    html`<button class="btn btn-secondary" type="button" onClick=${() => set(false)}><${Icon} name="reopen" />Reopen this job</button>`}
    ${problem.value && html`<p class="notice" role="alert">${problem.value}</p>`}
  `;
}
