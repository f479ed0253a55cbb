// Edits a note that waits in the outbox. The invoice form edits invoices.
import { useId, useState } from "preact/hooks";
import { useResource } from "../data/resource.js";
import { html } from "../html.js";
import { limitsOf } from "../limits.js";
import { outbox } from "../outbox/instance.js";
import { sentenceOf } from "../store/database.js";
import { normalise, noteProblem } from "../text-rules.js";
import { useHeldItem } from "./hooks.js";

/**
 * A form for the text of a note. `onClose` is called when the person has saved it, or left it as it was.
 *
 * @param {{item: Item & {kind: "note"}, onClose: () => void}} props
 */
export function NoteEditor({ item, onClose }) {
  const [id, [problem, setProblem]] = [useId(), useState(/** @type {string | null} */ (null))];
  const limits = limitsOf(useResource("agency").value.body);
  useHeldItem(item.id);
  /** @param {Event & {target: HTMLFormElement}} event */
  const save = async (event) => {
    event.preventDefault();
    const { value } = /** @type {HTMLTextAreaElement} */ (event.target.elements.namedItem("note"));
    const note = normalise(value);
    const newProblem = noteProblem(note, limits);
    setProblem(newProblem);
    if (newProblem) return;
    try {
      await outbox.edit(item.id, { content: { note } });
      onClose();
    } catch (error) {
      const sentence = sentenceOf(error);
      if (!sentence) throw error;
      setProblem(sentence);
    }
  };
  return html`
    <form onSubmit=${save} noValidate>
      <label for=${id}>Note</label>
      <textarea id=${id} name="note" class="form-control" rows="4" maxlength=${limits.noteCharacters} required dir="auto" ref=${focusField}>
        ${item.content.note}
      </textarea>
      ${problem && html`<p class="notice" role="alert">${problem}</p>`}
      <p class="doing">
        <button class="btn btn-primary">Save</button>
        <button type="button" class="btn btn-secondary" onClick=${onClose}>Leave it as it was</button>
      </p>
    </form>
  `;
}

/** @param {HTMLElement | null} field */
const focusField = (field) => field?.focus();
