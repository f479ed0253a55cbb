// Opening a completed job again: far from where one marks a job complete, and asked about first.
import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { html } from "../html.js";
import { Icon } from "../parts/icon.js";
import { account } from "../session.js";
import { useCompletion } from "./completion.js";
import { pendingCompletion } from "./state.js";

export function Reopening({ job }) {
  const asked = useSignal(false);
  const [set, problem] = useCompletion(job);
  if (pendingCompletion(job.jobId)) return null;
  return html`
    <section aria-labelledby="reopening">
      <h2 id="reopening">Not finished after all?</h2>
      ${asked.value
        ? html`<${Sure} onSure=${() => set(false)} onStay=${() => (asked.value = false)} />`
        : html`<button class="btn btn-secondary" type="button" onClick=${() => (asked.value = true)}>
            <${Icon} name="reopen" />Reopen this job
          </button>`}
      ${problem && html`<p class="notice" role="alert">${problem}</p>`}
    </section>
  `;
}

// The question stands where the button was, so that a second tap on the button answers nothing.
function Sure({ onSure, onStay }) {
  const question = useRef(null);
  useLayoutEffect(() => question.current.focus(), []);
  return html`
    <div role="group" aria-labelledby="reopen-question">
      <p id="reopen-question" class="question" ref=${question} tabindex="-1">
        <b>Reopen this job?</b> ${account.value.agencyName} will see that it is not finished.
      </p>
      <div class="doing">
        <button class="btn btn-secondary" type="button" onClick=${onStay}>Leave it complete</button>
        <button class="btn btn-primary" type="button" onClick=${onSure}>Yes, reopen it</button>
      </div>
    </div>
  `;
}
