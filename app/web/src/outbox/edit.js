// Changing something that waits.
import { useId, useState } from "preact/hooks";
import { html } from "../html.js";
import { edit } from "./index.js";

const FIELDS = [
  { name: "amount", label: "Amount in pounds, VAT included", type: "number", min: "0.01", step: "0.01", required: true },
  { name: "vat", label: "VAT in pounds", type: "number", min: "0", step: "0.01" },
  { name: "invoiceDate", label: "Date", type: "date", required: true },
  { name: "invoiceNumber", label: "Your invoice number", type: "text", maxlength: 50 },
  { name: "description", label: "Description", type: "text", maxlength: 2000, required: true },
];
const NUMBERS = ["amount", "vat"];

/** A form for what a note or an invoice says; `done` is called when it is kept, or left as it was. */
export function Edit({ item, done }) {
  const [problem, setProblem] = useState(null);
  const save = async (event) => {
    event.preventDefault();
    const { content, document } = changed(item, event.target.elements);
    try {
      await edit(item.id, { content, ...(document && { document }) });
      done();
    } catch (error) {
      if (!error.sentence) throw error;
      setProblem(error.sentence);
    }
  };
  return html`
    <form onSubmit=${save}>
      ${item.kind === "note" ? html`<${Note} text=${item.content.note} />` : html`<${Invoice} item=${item} />`}
      ${problem && html`<p class="notice" role="alert">${problem}</p>`}
      <p class="doing">
        <button class="btn btn-primary">Save</button>
        <button type="button" class="btn btn-secondary" onClick=${done}>Leave it as it was</button>
      </p>
    </form>
  `;
}

function Note({ text }) {
  const id = useId();
  return html`
    <label for=${id}>Note</label>
    <textarea id=${id} name="note" class="form-control" rows="4" maxlength="4000" required dir="auto" ref=${focused}>${text}</textarea>
  `;
}

function Invoice({ item: { content, document } }) {
  const id = useId();
  return html`
    ${FIELDS.map(
      ({ name, label, ...rest }) => html`
        <div key=${name}>
          <label for=${id + name}>${label}</label>
          <input id=${id + name} name=${name} class="form-control" defaultValue=${content[name] ?? ""} ...${rest} />
        </div>
      `,
    )}
    <label for=${`${id}document`}>${document ? `Another PDF in place of ${document.name}` : "PDF"}</label>
    <input id=${`${id}document`} name="document" class="form-control" type="file" accept="application/pdf,.pdf" />
  `;
}

function changed({ kind, content }, elements) {
  if (kind === "note") return { content: { note: elements.note.value } };
  const given = { ...content };
  for (const { name } of FIELDS) {
    const text = elements[name].value.trim();
    given[name] = text === "" ? null : NUMBERS.includes(name) ? Number(text) : text;
  }
  return { content: given, document: elements.document.files[0] };
}

const focused = (field) => field?.focus();
