// The notes of a job: those of the agency, those in the outbox, and the form for a new note.
import { useSignal } from "@preact/signals";
import { jobTitle } from "../data/jobs.js";
import { useResource } from "../data/resource.js";
import { useDraft } from "../data/use-draft.js";
import { dateTime } from "../format.js";
import { html } from "../html.js";
import { limitsOf } from "../limits.js";
import { Remarks, StateLine } from "../outbox-views/item-state.js";
import { outbox } from "../outbox/instance.js";
import { announce } from "../parts/announcer.js";
import { Icon } from "../parts/icon.js";
import { account } from "../session.js";
import { sentenceOf } from "../store/database.js";
import { normalise, noteProblem } from "../text-rules.js";

/** @typedef {Item & {kind: "note"}} NoteItem */

/** @param {{job: Job, canAdd: boolean}} props */
export function Notes({ job, canAdd }) {
  const ownName = account.value?.displayName;
  const ownItems = outbox
    .itemsOf(job.jobId)
    .filter((item) => item.kind === "note")
    .filter((item) => !isAmong(job.notes, item));
  const hasNotes = job.notes.length + ownItems.length > 0;
  return html`
    <section aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      ${!job.notesComplete && html`<p class="notice">Older notes are still being read from the agency.</p>`}
      ${!hasNotes && job.notesComplete && html`<p>Nothing was written yet.</p>`}
      ${hasNotes &&
      html`<ol class="notes">
        ${job.notes.map(
          ({ noteId, note, author, createdAt }, index) => html`
            <li key=${noteId ?? `at ${index}`} class=${author === ownName ? "own" : ""}>
              <p class="by"><b dir="auto">${author === ownName ? "You" : author || "Unnamed"}</b>${" "}
                ${createdAt && html`<time datetime=${createdAt}>${dateTime(createdAt)}</time>`}</p>
              <p class="says" dir="auto">${note}</p>
            </li>
          `,
        )}
        ${ownItems.map(
          (item) => html`
            <li key=${item.id} class="own">
              <p class="by"><b>You</b></p>
              <p class="says" dir="auto">${item.content.note}</p>
              <${StateLine} item=${item} />
              <${Remarks} item=${item} />
            </li>
          `,
        )}
      </ol>`}
      ${canAdd && html`<${NoteForm} job=${job} />`}
    </section>
  `;
}

/**
 * Return whether an item is among the agency's notes. Some agencies' systems do not tell the ids of notes.
 *
 * @param {Note[]} notes
 * @param {NoteItem} item
 */
const isAmong = (notes, { state, content, result }) =>
  state === "done" && notes.some(({ noteId, note }) => (result?.noteId ? noteId === result.noteId : note === content.note));

/** @param {{job: Job}} props */
function NoteForm({ job }) {
  const limits = limitsOf(useResource("agency").value.body);
  const [draft, setDraft] = /** @type {typeof useDraft<string>} */ (useDraft)(`note on ${job.jobId}`);
  const [problem, busy] = [useSignal(/** @type {string | null} */ (null)), useSignal(false)];
  /** @param {Event} event */
  const send = async (event) => {
    event.preventDefault();
    if (busy.value) return; // the person has tapped twice: the portal would take it for two notes
    const note = normalise(draft.value ?? "");
    problem.value = noteProblem(note, limits);
    if (problem.value) return;
    busy.value = true;
    try {
      await outbox.add({ kind: "note", jobId: job.jobId, about: jobTitle(job), content: { note }, document: null });
      setDraft(null);
      announce("Your note waits to be sent.");
    } catch (error) {
      problem.value = sentenceOf(error) ?? "Your note could not be kept. Please try again.";
    }
    busy.value = false;
  };
  /** @param {FieldEvent} event */
  const onInput = ({ target }) => setDraft(target.value || null);
  return html`
    <form class="composer" onSubmit=${send} noValidate>
      <label for="note">Add a note</label>
      <p id="note-readers" class="hint">The agency reads it, and the landlord may.</p>
      <textarea
        id="note" class="form-control" rows="3" maxlength=${limits.noteCharacters} dir="auto" aria-describedby="note-readers note-problem"
        aria-invalid=${problem.value ? "true" : null} value=${draft.value ?? ""} onInput=${onInput}
      ></textarea>
      <p id="note-problem" class="problem" role="alert">${problem.value}</p>
      <button class="btn btn-primary"><${Icon} name="send" />Add note</button>
    </form>
  `;
}
