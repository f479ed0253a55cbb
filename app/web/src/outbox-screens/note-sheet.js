// Edits a note that only this phone has. It is held back meanwhile, and goes when it is saved.
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { useDraft } from "../data/use-draft.js";
import { html } from "../html.js";
import { limitsOf } from "../limits.js";
import { outbox } from "../outbox/instance.js";
import { Icon } from "../parts/icon.js";
import { Sheet, closeSheet } from "../parts/sheet.js";
import { sentenceOf } from "../store/database.js";
import { normalise, noteProblem } from "../text-rules.js";
import { outbox as words } from "../words.js";

/** @param {{item: OwnedItem & {kind: "note"}, account: ShownAccount}} props */
export function NoteSheet({ item, account }) {
  const [id, [problem, setProblem]] = [useId(), useState(/** @type {string | null} */ (null))];
  const [draft, setDraft] = useDraft(`item ${item.id}`);
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const limits = limitsOf(account.agency);
  useHeldItem(item);
  /** @param {Event} event */
  const save = async (event) => {
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
          aria-invalid=${problem ? "true" : null} defaultValue=${draft.value ?? item.content.note} onInput=${(/** @type {FieldEvent} */ { target }) => setDraft(target.value)}
        />
        <p class="hint is-saved"><${Icon} name="tick" small />${words.savedAsYouType}</p>
        <p id=${`${id}problem`} class="problem" role="alert">${problem}</p>
      </form>
    <//>
  `;
}

/** @param {OwnedItem} item */
function useHeldItem(item) {
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
