// The notes of a job as a conversation, those that still wait on this phone at its end, and room for another.
import { useSignal } from "@preact/signals";
import { useDraft } from "../drafts.js";
import { html } from "../html.js";
import { add, itemsOf } from "../outbox/index.js";
import { Remarks, StateOf } from "../outbox/parts.js";
import { announce } from "../parts/announce.js";
import { Icon } from "../parts/icon.js";
import { account } from "../session.js";
import { plain } from "../text.js";
import { moment } from "../words.js";
import { LONGEST, wrongNote } from "./note.js";
import { titleOf } from "./state.js";

export function Notes({ job, canAdd }) {
  const own = account.value.displayName;
  const waiting = itemsOf(job.jobId).filter((item) => item.kind === "note" && !isAmong(job.notes, item));
  const isSome = job.notes.length + waiting.length > 0;
  return html`
    <section aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      ${!job.notesComplete && html`<p class="notice">Older notes are still being read from the agency.</p>`}
      ${!isSome && job.notesComplete && html`<p>Nothing was written yet.</p>`}
      ${isSome &&
      html`<ol class="notes">
        ${job.notes.map(
          ({ noteId, note, author, createdAt }, at) => html`
            <li key=${noteId ?? `at ${at}`} class=${author === own ? "own" : ""}>
              <p class="by"><b dir="auto">${author === own ? "You" : author || "Unnamed"}</b>${" "}
                ${createdAt && html`<time datetime=${createdAt}>${moment(createdAt)}</time>`}</p>
              <p class="says" dir="auto">${note}</p>
            </li>
          `,
        )}
        ${waiting.map(
          (item) => html`
            <li key=${item.id} class="own">
              <p class="by"><b>You</b></p>
              <p class="says" dir="auto">${item.content.note}</p>
              <${StateOf} item=${item} />
              <${Remarks} item=${item} />
            </li>
          `,
        )}
      </ol>`}
      ${canAdd && html`<${Composer} job=${job} />`}
    </section>
  `;
}

/** Whether an item of the outbox is among the notes that the agency has; not every agency's system tells a note's id. */
const isAmong = (notes, { state, content, result }) =>
  state === "done" && notes.some(({ noteId, note }) => (result?.noteId ? noteId === result.noteId : note === content.note));

function Composer({ job }) {
  const [draft, write] = useDraft(`note on ${job.jobId}`);
  const [problem, busy] = [useSignal(null), useSignal(false)];
  const send = async (event) => {
    event.preventDefault();
    if (busy.value) return; // tapped twice; two notes that say the same would be two to the portal
    const note = plain(draft.value ?? "");
    problem.value = wrongNote(note);
    if (problem.value) return;
    busy.value = true;
    try {
      await add({ kind: "note", jobId: job.jobId, about: titleOf(job), content: { note }, document: null });
      write(null);
      announce("Your note waits to be sent.");
    } catch (error) {
      problem.value = error.sentence ?? "Your note could not be kept. Please try again.";
    }
    busy.value = false;
  };
  return html`
    <form class="composer" onSubmit=${send} noValidate>
      <label for="note">Add a note</label>
      <p id="note-readers" class="hint">The agency reads it, and the landlord may.</p>
      <textarea
        id="note" class="form-control" rows="3" maxlength=${LONGEST} dir="auto" aria-describedby="note-readers note-problem"
        aria-invalid=${problem.value ? "true" : null} value=${draft.value ?? ""} onInput=${(event) => write(event.target.value || null)}
      ></textarea>
      <p id="note-problem" class="problem" role="alert">${problem.value}</p>
      <button class="btn btn-primary"><${Icon} name="send" />Add note</button>
    </form>
  `;
}
