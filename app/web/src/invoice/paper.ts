// The paper of an invoice: a photo, which becomes a PDF on the phone, or a PDF. It is checked when the person chooses it, and kept
// with the draft. Pictures are on a canvas, because the page's policy allows no blob: images.
import { useEffect, useRef } from "preact/hooks";
import { size } from "../format.ts";
import { html } from "../html.ts";
import { copyFile } from "../outbox/storage.ts";
import { announce } from "../parts/announcer.ts";
import { fail, useAttempt } from "../parts/attempt.ts";
import { Bar } from "../parts/button.ts";
import { Icon } from "../parts/icon.ts";
import { closeSheet, openSheet, Sheet, sheetHref } from "../parts/sheet.ts";
import { common, invoice as words, invoiceProblems as problems } from "../words.ts";
import { described, Problem } from "./fields.ts";
import { pdfOf, pictureOf } from "./photo-pdf.ts";
import { documentProblem } from "./rules.ts";

const PICTURES = "image/*";
const FILES = "application/pdf,.pdf,image/jpeg,image/png";
const THUMB_PX = 168;
const LARGE_PX = 2_000;

/**
 * Return what the draft keeps of a file that the person chose: a PDF, or a picture as a PDF. Reject with a `sentence`
 * for people if it cannot be the paper of an invoice.
 */
export async function paperOf(file: File, limits: Limits): Promise<DraftDocument> {
  const isPicture = file.type.startsWith("image/");
  const pdf = isPicture ? await pdfOfPhoto(file).catch(() => fail(problems.unreadablePhoto)) : file;
  const problem = await documentProblem(pdf, limits).catch(() => fail(problems.unreadableFile));
  return problem ? fail(problem) : copyFile(pdf);
}

export function PaperField({ agency, required, problem, document, limits, onChange }: {
  agency: string, required: boolean, problem?: string | null, document: DraftDocument | null, limits: Limits,
  onChange: (document: DraftDocument | null) => void,
}) {
  const { attempt, problem: fileProblem, busy } = useAttempt(problems.unreadableFile);
  const choose = async ({ target }: FieldEvent) => {
    const [file] = target.files ?? [];
    if (!file) return;
    await attempt(async () => {
      const paper = await paperOf(file, limits);
      onChange(paper);
      announce(words.attached(paper.name));
      if (openSheet()) closeSheet();
    });
    target.value = ""; // otherwise browsers ignore the same file if the person chooses it again
  };
  const remove = () => {
    onChange(null);
    setTimeout(() => globalThis.document.getElementById("photo")?.focus()); // once the field is visible again
    announce(common.removed);
  };
  const shownProblem = fileProblem.value ?? problem;
  const attributes = { ...described({ name: "document", problem: shownProblem, required: required && !document }), onChange: choose };
  return html`
    <fieldset class=${shownProblem ? "field is-wrong" : "field"}>
      <legend>${words.paper}${required && html` <small>${words.needed(agency)}</small>`}</legend>
      ${document && html`<${Attached} document=${document} onRemove=${remove} />`}
      ${!document &&
      html`
        <div class="tiles">
          <label class="tile is-empty">
            <${Icon} name="camera" />${words.photo}
            <input id="photo" class="hidden" type="file" accept=${PICTURES} capture="environment" ...${attributes} />
          </label>
          <label class="tile is-empty">
            <${Icon} name="file" />${words.choosePdf}
            <input id="document" class="hidden" type="file" accept=${FILES} ...${attributes} />
          </label>
        </div>
      `}
      ${busy.value && html`<p class="hint" role="status">${words.makingPdf}</p>`}
      <${Problem} name="document">${shownProblem}<//>
      ${document && openSheet() === "photo" && html`<${LargePhoto} document=${document} onChoose=${choose} />`}
    </fieldset>
  `;
}

function Attached({ document, onRemove }: {document: DraftDocument, onRemove: () => void}) {
  const isPhoto = photoOf(document);
  return html`
    <ul class="card">
      <li class="setting">
        ${isPhoto ? html`<${Photo} document=${document} className="thumb" longest=${THUMB_PX} />` : html`<${Icon} name="file" />`}
        <div>
          ${isPhoto
            ? html`
                <a class="cover" href=${sheetHref("photo")}>${words.photo}<b class="hidden">: ${words.openPhoto}</b></a>
                <small>${words.photoGoesAs(size(document.size))}</small>
              `
            : html`<span dir="auto">${document.name}</span><small>${size(document.size)}</small>`}
        </div>
        <button class="icon-btn" type="button" aria-label=${isPhoto ? words.removePhoto : words.removePdf} onClick=${onRemove}>
          <${Icon} name="close" />
        </button>
      </li>
    </ul>
  `;
}

function LargePhoto({ document, onChoose }: {document: DraftDocument, onChoose: (event: FieldEvent) => void}) {
  const footer = html`
    <${Bar}>
      <label class="btn">
        <${Icon} name="camera" />${words.takeAgain}
        <input class="hidden" type="file" accept=${PICTURES} capture="environment" onChange=${onChoose} />
      </label>
    <//>
  `;
  return html`
    <${Sheet} title=${words.photo} footer=${footer}>
      <${Photo} document=${document} className="photo-fit" longest=${LARGE_PX} label=${words.photo} />
    <//>
  `;
}

const LONGEST_PX = 2_000;
const QUALITY = 0.7; // small print on paper stays legible

/**
 * Return a photo as a PDF of one page. Drawing it turns it upright, and leaves out where and with what it was taken.
 * Reject if the browser cannot read it.
 */
async function pdfOfPhoto(photo: File) {
  const canvas = document.createElement("canvas");
  await draw(canvas, photo, LONGEST_PX);
  const blob: Blob | null = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
  if (!blob) throw new Error("no picture");
  const jpeg = new Uint8Array(await blob.arrayBuffer());
  return new File(pdfOf(jpeg, canvas.width, canvas.height) as BlobPart[], words.photoName, { type: "application/pdf" });
}

export const photoOf = ({ bytes }: DraftDocument) => bytes && pictureOf(new Uint8Array(bytes));

/** The photo in the PDF of a draft. `label`: for screen readers; without it, they skip the picture. */
function Photo({ document, className, longest, label }: {document: DraftDocument, className: string, longest: number, label?: string}) {
  const canvas = useRef(null as HTMLCanvasElement | null);
  useEffect(() => {
    const jpeg = photoOf(document);
    const picture = jpeg && new Blob([(jpeg as BlobPart)], { type: "image/jpeg" });
    if (picture && canvas.current) draw(canvas.current, picture, longest).catch(() => {}); // the person still sees its name
  }, [document, longest]);
  return html`<canvas ref=${canvas} class=${className} role=${label ? "img" : null} aria-label=${label} aria-hidden=${label ? null : "true"} />`;
}

async function draw(canvas: HTMLCanvasElement, picture: Blob, longest: number) {
  const bitmap = await createImageBitmap(picture); // upright, as the camera says
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext("2d") as CanvasRenderingContext2D;
  context.fillStyle = "#fff"; // a JPEG has no transparent parts
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
}
