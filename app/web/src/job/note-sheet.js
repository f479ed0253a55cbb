// Writes a note. It is saved with each key, and goes to the outbox.
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { jobTitle } from "../data/jobs.js";
import { useDraft } from "../data/use-draft.js";
import { html } from "../html.js";
import { limitsOf } from "../limits.js";
import { outbox } from "../outbox/instance.js";
import { announce } from "../parts/announcer.js";
import { Icon } from "../parts/icon.js";
import { Sheet, closeSheet } from "../parts/sheet.js";
import { sentenceOf } from "../store/database.js";
import { normalise, noteProblem } from "../text-rules.js";
import { job as jobWords, note as words } from "../words.js";
import { withPhrase } from "./phrases.js";

/** @param {AccountJob} props */
export function NoteSheet({ job, account }) {
  const limits = limitsOf(account.agency);
  const [draft, setDraft] = /** @type {typeof useDraft<string>} */ (useDraft)(`note on ${job.jobId}`);
  const [problem, busy] = [useSignal(/** @type {string | null} */ (null)), useSignal(false)];
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  /** @param {Event} event */
  const send = async (event) => {
    event.preventDefault();
    if (busy.value) return; // the person has tapped twice: the portal would take it for two notes
    const note = normalise(draft.value ?? "");
    problem.value = noteProblem(note, limits);
    if (problem.value) return;
    busy.value = true;
    try {
      await outbox.add(account.owner, { kind: "note", jobId: job.jobId, about: jobTitle(job), content: { note }, document: null });
      setDraft(null);
      announce(words.added);
      closeSheet();
    } catch (error) {
      problem.value = sentenceOf(error) ?? words.notKept;
      busy.value = false;
    }
  };
  /** @param {FieldEvent} event */
  const onInput = ({ target }) => setDraft(target.value || null);
  /** @param {KeyboardEvent} event */
  const onKeyDown = (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send(event); // Enter alone begins a line
  };
  /** @param {string} phrase */
  const addPhrase = (phrase) => {
    setDraft(withPhrase(draft.value ?? "", phrase));
    field.current?.focus();
  };
  const footer = html`
    <footer class="bar" aria-label=${jobWords.actionsLabel} onMouseDown=${keepFocus}>
      <button class="btn is-primary" form="note-form"><${Icon} name="note" />${words.add}</button>
    </footer>
  `;
  return html`
    <${Sheet} title=${words.title(account.shortName)} footer=${footer}>
      <form id="note-form" onSubmit=${send} noValidate>
        <div class=${problem.value ? "field is-wrong" : "field"}>
          <label class="hidden" for="note">${words.title(account.shortName)}</label>
          <textarea
            ref=${field} id="note" class="input" rows="2" autofocus maxlength=${limits.noteCharacters} dir="auto"
            aria-describedby="note-hint note-problem" aria-invalid=${problem.value ? "true" : null}
            value=${draft.value ?? ""} onInput=${onInput} onKeyDown=${onKeyDown}
          ></textarea>
          <p id="note-problem" class="problem" role="alert">${problem.value}</p>
          <${Hint} isSaved=${Boolean(draft.value) && !outbox.isInMemory.value} agency=${account.shortName} />
        </div>
        <div class="chips prose" role="group" aria-label=${words.phrasesLabel} onMouseDown=${keepFocus}>
          ${words.phrases.map(
            (phrase) => html`<button key=${phrase} type="button" class="chip" onClick=${() => addPhrase(phrase)}>${phrase}</button>`,
          )}
        </div>
      </form>
    <//>
  `;
}

/** @param {{isSaved: boolean, agency: string}} props */
const Hint = ({ isSaved, agency }) =>
  isSaved
    ? html`<p id="note-hint" class="hint is-saved"><${Icon} name="tick" small />${words.saved}</p>`
    : html`<p id="note-hint" class="hint">${words.readers(agency)}</p>`;

/**
 * Keep the focus in the field while the person presses a button: without the focus, the sheet would move away under the finger.
 *
 * @param {Event} event
 */
const keepFocus = (event) => event.preventDefault();
