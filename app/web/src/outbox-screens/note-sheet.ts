// Edits a note that only this phone has. It is held back meanwhile, and goes when it is saved.
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { useDraft } from "../data/use-draft.ts";
import { html } from "../html.ts";
import { limitsOf } from "../limits.ts";
import { outbox } from "../outbox/instance.ts";
import { Icon } from "../parts/icon.ts";
import { Sheet, closeSheet } from "../parts/sheet.ts";
import { sentenceOf } from "../store/database.ts";
import { normalise, noteProblem } from "../text-rules.ts";
import { outbox as words } from "../words.ts";

export function NoteSheet({ item, account }: {item: OwnedItem & {kind: "note"}, account: ShownAccount}) {
  const [id, [problem, setProblem]] = [useId(), useState(null as string | null)];
  const [draft, setDraft] = useDraft(`item ${item.id}`);
  const field = useRef(null as HTMLTextAreaElement | null);
  const limits = limitsOf(account.agency);
  useHeldItem(item);
  const save = async (event: Event) => {
    event.preventDefault();
    const note = normalise(field.current?.value ?? "");
    const newProblem = noteProblem(note, limits);
    setProblem(newProblem);
    if (newProblem) return;
    try {
      await outbox.edit(item, { content: { note } });
      await setDraft(null);
      closeSheet();
    } catch (error) {
      const sentence = sentenceOf(error);
      if (!sentence) throw error;
      setProblem(sentence);
    }
  };
  const footer = html`
    <footer class="bar" aria-label=${words.actionsLabel}><button class="btn is-primary" form=${`${id}form`}><${Icon} name="note" />${words.saveNote}</button></footer>
  `;
  if (draft.value === undefined) return null;
  return html`
    <${Sheet} title=${words.editNote(account.shortName)} footer=${footer}>
      <form id=${`${id}form`} class=${problem ? "field is-wrong" : "field"} onSubmit=${save} noValidate>
        <label class="hidden" for=${id}>${words.editNote(account.shortName)}</label>
        <textarea
          id=${id} ref=${field} class="input" rows="3" required dir="auto" autofocus maxlength=${limits.noteCharacters} aria-describedby=${`${id}problem`}
          aria-invalid=${problem ? "true" : null} defaultValue=${draft.value ?? item.content.note} onInput=${({ target }: FieldEvent) => setDraft(target.value)}
        />
        <p class="hint is-saved"><${Icon} name="tick" small />${words.savedAsYouType}</p>
        <p id=${`${id}problem`} class="problem" role="alert">${problem}</p>
      </form>
    <//>
  `;
}

function useHeldItem(item: OwnedItem) {
  const first = useRef(item);
  useEffect(() => {
    const heldItem = first.current;
    outbox.hold(heldItem).catch(ignore);
    return () => {
      outbox.release(heldItem).catch(ignore);
    };
  }, []);
}

const ignore = () => {}; // the item is being sent, or gone: saving the changes reports that
