// Pictures on a canvas: a photo of paper becomes a PDF, and its PDF a picture again. The page's policy allows no blob: images.
import { useEffect, useRef } from "preact/hooks";
import { html } from "../html.ts";
import { invoice as words } from "../words.ts";
import { pdfOf, pictureOf } from "./photo-pdf.ts";

const LONGEST_PX = 2_000;
const QUALITY = 0.7; // small print on paper stays legible

/**
 * Return a photo as a PDF of one page. Drawing it turns it upright, and leaves out where and with what it was taken.
 * Reject if the browser cannot read it.
 */
export async function pdfOfPhoto(photo: File) {
  const canvas = document.createElement("canvas");
  await draw(canvas, photo, LONGEST_PX);
  const blob: Blob | null = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
  if (!blob) throw new Error("no picture");
  const jpeg = new Uint8Array(await blob.arrayBuffer());
  return new File([pdfOf(jpeg, canvas.width, canvas.height)], words.photoName, { type: "application/pdf" });
}

/** Return the photo in the PDF of a draft, or null if the person chose another PDF. */
export const photoOf = ({ bytes }: DraftDocument) => bytes && pictureOf(new Uint8Array(bytes));

/** The photo in the PDF of a draft. `label`: for screen readers; without it, they skip the picture. */
export function Photo({ document, className, longest, label }: {document: DraftDocument, className: string, longest: number, label?: string}) {
  const canvas = useRef(null as HTMLCanvasElement | null);
  useEffect(() => {
    const jpeg = photoOf(document);
    const picture = jpeg && new Blob([(jpeg as BlobPart)], { type: "image/jpeg" });
    if (picture && canvas.current) draw(canvas.current, picture, longest).catch(() => {}); // the person still sees its name
  }, [document, longest]);
  return html`<canvas ref=${canvas} class=${className} role=${label ? "img" : null} aria-label=${label} aria-hidden=${label ? null : "true"} />`;
}

/** Draw a picture on a canvas of its proportions, at most `longest` pixels long. */
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
