// Changing a note that waits. An invoice is changed where it is written.
import { useId, useState } from "preact/hooks";
import { html } from "../html.js";
import { LONGEST, wrongNote } from "../jobs/note.js";
import { plain } from "../text.js";
import { edit } from "./index.js";
import { useKeptBack } from "./kept-back.js";

/** A form for what a note says; `done` is called when it is kept, or left as it was. */
export function Edit({ item, done }) {
  const [id, [problem, setProblem]] = [useId(), useState(null)];
  useKeptBack(item.id);
  const save = async (event) => {
    event.preventDefault();
    const note = plain(event.target.elements.note.value);
    const wrong = wrongNote(note);
    setProblem(wrong);
    if (wrong) return;
    try {
      await edit(item.id, { content: { note } });
      done();
    } catch (error) {
      if (!error.sentence) throw error;
      setProblem(error.sentence);
    }
  };
  return html`
    <form onSubmit=${save} noValidate>
      <label for=${id}>Note</label>
      <textarea id=${id} name="note" class="form-control" rows="4" maxlength=${LONGEST} required dir="auto" ref=${focused}>
        ${item.content.note}
      </textarea>
      ${problem && html`<p class="notice" role="alert">${problem}</p>`}
      <p class="doing">
        <button class="btn btn-primary">Save</button>
        <button type="button" class="btn btn-secondary" onClick=${done}>Leave it as it was</button>
      </p>
    </form>
  `;
}

const focused = (field) => field?.focus();
