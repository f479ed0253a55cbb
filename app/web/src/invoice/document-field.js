// The field of the invoice form for its PDF. The PDF is checked when the person chooses it, and kept with the draft.
import { useSignal } from "@preact/signals";
import { size } from "../format.js";
import { html } from "../html.js";
import { copyFile } from "../outbox/storage.js";
import { announce } from "../parts/announcer.js";
import { Icon } from "../parts/icon.js";
import { sentenceOf } from "../store/database.js";
import { Label, Problem, fieldAttributes } from "./fields.js";
import { documentProblem } from "./rules.js";

const UNREADABLE = "This file cannot be read. Please choose it again.";

/**
 * @param {{
 *   required: boolean, problem?: string | null, document: DraftDocument | null, limits: Limits,
 *   onChange: (document: DraftDocument | null) => void,
 * }} props
 */
export function DocumentField({ required, problem, document, limits, onChange }) {
  const fileProblem = useSignal(/** @type {string | null} */ (null));
  /** @param {FieldEvent} event */
  const choose = async ({ target }) => {
    const [file] = target.files ?? [];
    if (!file) return;
    fileProblem.value = await documentProblem(file, limits).catch(() => UNREADABLE);
    target.value = ""; // otherwise browsers ignore the same file if the person chooses it again
    if (fileProblem.value) return;
    try {
      onChange(await copyFile(file));
      announce(`${file.name} is attached.`);
    } catch (error) {
      fileProblem.value = sentenceOf(error) ?? UNREADABLE;
    }
  };
  const shownProblem = fileProblem.value ?? problem;
  const attributes = fieldAttributes({ name: "document", hint: true, problem: shownProblem, required: required && !document });
  return html`
    <div class="field">
      <${Label} name="document" required=${required}>The invoice as a PDF<//>
      <p id="document-hint" class="hint">${size(limits.documentBytes)} at most</p>
      ${document && html`<${AttachedDocument} document=${document} onRemove=${() => onChange(null)} />`}
      <input
        id="document" class="form-control" type="file" accept="application/pdf,.pdf" hidden=${Boolean(document)}
        ...${attributes} onChange=${choose}
      />
      <${Problem} name="document">${shownProblem}<//>
    </div>
  `;
}

/** @param {{document: DraftDocument, onRemove: () => void}} props */
function AttachedDocument({ document, onRemove }) {
  const remove = () => {
    onRemove();
    setTimeout(() => globalThis.document.getElementById("document")?.focus()); // once the field is visible again
    announce("The PDF is removed.");
  };
  return html`
    <p class="attached">
      <${Icon} name="invoice" />
      <span dir="auto">${document.name}</span> <span class="hint">${size(document.size)}</span>
      <button type="button" class="btn btn-secondary" onClick=${remove}>
        Remove<span class="visually-hidden"> the PDF</span>
      </button>
    </p>
  `;
}
