// The PDF that goes with an invoice: looked at as it is chosen, kept with the draft.
import { useSignal } from "@preact/signals";
import { html } from "../html.js";
import { copyOf } from "../outbox/box.js";
import { announce } from "../parts/announce.js";
import { Icon } from "../parts/icon.js";
import { size } from "../words.js";
import { Label, Problem, described } from "./field.js";
import { wrongDocument } from "./rules.js";

const UNREADABLE = "This file cannot be read. Please choose it again.";

export function DocumentField({ required, problem, document, onChange }) {
  const refused = useSignal(null);
  const choose = async ({ target }) => {
    const [file] = target.files;
    if (!file) return;
    refused.value = await wrongDocument(file).catch(() => UNREADABLE);
    target.value = ""; // the same file again is a choice again
    if (refused.value) return;
    try {
      onChange(await copyOf(file));
      announce(`${file.name} is attached.`);
    } catch (error) {
      refused.value = error.sentence ?? UNREADABLE;
    }
  };
  const said = refused.value ?? problem;
  return html`
    <div class="field">
      <${Label} name="document" required=${required}>The invoice as a PDF<//>
      <p id="document-hint" class="hint">10 MB at most</p>
      ${document && html`<${Attached} document=${document} onRemove=${() => onChange(null)} />`}
      <input
        id="document" class="form-control" type="file" accept="application/pdf,.pdf" hidden=${Boolean(document)}
        ...${described({ name: "document", hint: true, problem: said, required: required && !document })} onChange=${choose}
      />
      <${Problem} name="document">${said}<//>
    </div>
  `;
}

function Attached({ document, onRemove }) {
  const remove = () => {
    onRemove();
    setTimeout(() => globalThis.document.getElementById("document").focus()); // once it is there again
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
