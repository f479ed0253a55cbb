// The sheet for a note: a new one, or one of the outbox that the person edits. Each key saves its draft.
import { useRef } from "preact/hooks";
import { useDraft } from "../data/use-draft.ts";
import { html } from "../html.ts";
import { limitsOf } from "../limits.ts";
import { outbox } from "../outbox/instance.ts";
import { useAttempt } from "../parts/attempt.ts";
import { Bar, Button } from "../parts/button.ts";
import { Icon } from "../parts/icon.ts";
import { closeSheet, Sheet } from "../parts/sheet.ts";
import { normalise, noteProblem, withPhrase } from "../text-rules.ts";
import { common, note as words } from "../words.ts";

/** `draftName`: of the draft. `text`: what the note was before. `label`: of the button. `onSave` keeps the note. */
export function NoteSheet({ account, draftName, text = "", label, phrases = [], onSave }: {
  account: ShownAccount, draftName: string, text?: string, label: string, phrases?: string[], onSave: (note: string) => Promise<unknown>,
}) {
  const limits = limitsOf(account.agency);
  const [draft, setDraft] = useDraft<string>(draftName);
  const { attempt, problem, busy } = useAttempt(words.notKept);
  const field = useRef(null as HTMLTextAreaElement | null);
  const value = draft.value ?? text;
  const title = common.noteTo(account.shortName);
  const save = async (event: Event) => {
    event.preventDefault();
    if (busy.value) return; // the person has tapped twice: the portal would take it for two notes
    const note = normalise(value);
    problem.value = noteProblem(note, limits);
    if (problem.value) return;
    await attempt(async () => {
      await onSave(note);
      setDraft(null);
      closeSheet();
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save(event); // Enter alone begins a line
  };
  const addPhrase = (phrase: string) => {
    setDraft(withPhrase(value, phrase));
    field.current?.focus();
  };
  const isSaved = Boolean(value) && !outbox.isInMemory.value;
  return html`
    <${Sheet} title=${title} footer=${html`<${Bar}><${Button} icon="note" look="is-primary" type="submit" form="note-form">${label}<//><//>`}>
      <form id="note-form" onSubmit=${save} noValidate>
        <div class=${problem.value ? "field is-wrong" : "field"}>
          <label class="hidden" for="note">${title}</label>
          <textarea
            ref=${field} id="note" class="input" rows="2" autofocus maxlength=${limits.noteCharacters} dir="auto"
            aria-describedby="note-hint note-problem" aria-invalid=${problem.value ? "true" : null}
            value=${value} onInput=${({ target }: FieldEvent) => setDraft(target.value === text ? null : target.value)} onKeyDown=${onKeyDown}
          ></textarea>
          <p id="note-problem" class="problem" role="alert">${problem.value}</p>
          <p id="note-hint" class=${isSaved ? "hint is-saved" : "hint"}>
            ${isSaved ? html`<${Icon} name="tick" small />${words.savedAsYouType}` : words.readers(account.shortName)}
          </p>
        </div>
        ${phrases.length > 0 &&
        html`
          <div class="chips prose" role="group" aria-label=${words.phrasesLabel}>
            ${phrases.map((phrase) => html`<button key=${phrase} type="button" class="chip" onClick=${() => addPhrase(phrase)}>${phrase}</button>`)}
          </div>
        `}
      </form>
    <//>
  `;
}
