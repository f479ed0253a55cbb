// Writes a note. It is saved with each key, and goes to the outbox.
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { jobTitle } from "../data/jobs.ts";
import { useDraft } from "../data/use-draft.ts";
import { html } from "../html.ts";
import { limitsOf } from "../limits.ts";
import { outbox } from "../outbox/instance.ts";
import { announce } from "../parts/announcer.ts";
import { Icon } from "../parts/icon.ts";
import { Sheet, closeSheet } from "../parts/sheet.ts";
import { sentenceOf } from "../store/database.ts";
import { normalise, noteProblem } from "../text-rules.ts";
import { job as jobWords, note as words } from "../words.ts";
import { withPhrase } from "./phrases.ts";

export function NoteSheet({ job, account }: AccountJob) {
  const limits = limitsOf(account.agency);
  const [draft, setDraft] = (useDraft as typeof useDraft<string>)(`note on ${job.jobId}`);
  const [problem, busy] = [useSignal(null as string | null), useSignal(false)];
  const field = useRef(null as HTMLTextAreaElement | null);
  const send = async (event: Event) => {
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
  const onInput = ({ target }: FieldEvent) => setDraft(target.value || null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send(event); // Enter alone begins a line
  };
  const addPhrase = (phrase: string) => {
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

const Hint = ({ isSaved, agency }: {isSaved: boolean, agency: string}) =>
  isSaved
    ? html`<p id="note-hint" class="hint is-saved"><${Icon} name="tick" small />${words.saved}</p>`
    : html`<p id="note-hint" class="hint">${words.readers(agency)}</p>`;

/**
 * Keep the focus in the field while the person presses a button: without the focus, the sheet would move away under the
 * finger.
 */
const keepFocus = (event: Event) => event.preventDefault();
