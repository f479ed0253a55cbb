// Pictures on a canvas: a photo of paper becomes a PDF, and its PDF a picture again. The page's policy allows no blob: images.
import { useEffect, useRef } from "preact/hooks";
import { html } from "../html.js";
import { invoice as words } from "../words.js";
import { pdfOf, pictureOf } from "./photo-pdf.js";

const LONGEST_PX = 2_000;
const QUALITY = 0.7; // small print on paper stays legible

/**
 * Return a photo as a PDF of one page. Drawing it turns it upright, and leaves out where and with what it was taken. Reject if the
 * browser cannot read it.
 *
 * @param {File} photo
 */
export async function pdfOfPhoto(photo) {
  const canvas = document.createElement("canvas");
  await draw(canvas, photo, LONGEST_PX);
  /** @type {Blob | null} */
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
  if (!blob) throw new Error("no picture");
  const jpeg = new Uint8Array(await blob.arrayBuffer());
  return new File([pdfOf(jpeg, canvas.width, canvas.height)], words.photoName, { type: "application/pdf" });
}

/**
 * Return the photo in the PDF of a draft, or null if the person chose another PDF.
 *
 * @param {DraftDocument} document
 */
export const photoOf = ({ bytes }) => bytes && pictureOf(new Uint8Array(bytes));

/**
 * The photo in the PDF of a draft. `label`: for screen readers; without it, they skip the picture.
 *
 * @param {{document: DraftDocument, className: string, longest: number, label?: string}} props
 */
export function Photo({ document, className, longest, label }) {
  const canvas = useRef(/** @type {HTMLCanvasElement | null} */ (null));
  useEffect(() => {
    const jpeg = photoOf(document);
    const picture = jpeg && new Blob([/** @type {BlobPart} */ (jpeg)], { type: "image/jpeg" });
    if (picture && canvas.current) draw(canvas.current, picture, longest).catch(() => {}); // the person still sees its name
  }, [document, longest]);
  return html`<canvas ref=${canvas} class=${className} role=${label ? "img" : null} aria-label=${label} aria-hidden=${label ? null : "true"} />`;
}

/**
 * Draw a picture on a canvas of its proportions, at most `longest` pixels long.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {Blob} picture
 * @param {number} longest
 */
async function draw(canvas, picture, longest) {
  const bitmap = await createImageBitmap(picture); // upright, as the camera says
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.fillStyle = "#fff"; // a JPEG has no transparent parts
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
}
