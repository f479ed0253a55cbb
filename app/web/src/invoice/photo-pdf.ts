// A photo as a PDF of one page, and back. Nothing here uses the browser.

const A4_LONG_PT = 842;
const HEAD = "%PDF-1.4\n%photo\n"; // pictureOf knows our own PDFs by it
const HEAD_BYTES = 1024;

/** Return a PDF of one page that a JPEG in colour fills. `width`, `height`: of the picture, in pixels. */
export function pdfOf(jpeg: Uint8Array, width: number, height: number) {
  const [w, h] = [width, height].map((side) => ((side * A4_LONG_PT) / Math.max(width, height)).toFixed(2));
  const drawing = `${w} 0 0 ${h} 0 0 cm/P Do`;
  const picture = `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceRGB/BitsPerComponent 8`;
  const parts: Uint8Array[] = [];
  const starts: number[] = [];
  let length = 0;
  const write = (...texts: (string | Uint8Array)[]) => {
    for (const text of texts) {
      const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
      parts.push(bytes);
      length += bytes.length;
    }
  };
  const writeObject = (...texts: (string | Uint8Array)[]) => {
    starts.push(length);
    write(`${starts.length} 0 obj\n`, ...texts, "\nendobj\n");
  };
  write(HEAD);
  writeObject("<</Type/Catalog/Pages 2 0 R>>");
  writeObject("<</Type/Pages/Kids[3 0 R]/Count 1>>");
  writeObject(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${w} ${h}]/Resources<</XObject<</P 5 0 R>>>>/Contents 4 0 R>>`);
  writeObject(`<</Length ${drawing.length}>>stream\n${drawing}\nendstream`);
  writeObject(`${picture}/Filter/DCTDecode/Length ${jpeg.length}>>stream\n`, jpeg, "\nendstream");
  const table = length;
  const entries = starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`);
  write(`xref\n0 6\n0000000000 65535 f \n${entries.join("")}trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`);
  const pdf = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    pdf.set(part, at);
    at += part.length;
  }
  return pdf;
}

/** Return the JPEG in a PDF of `pdfOf`, or null for any other PDF. */
export function pictureOf(pdf: Uint8Array) {
  const head = String.fromCharCode(...pdf.subarray(0, HEAD_BYTES)); // a character for each byte
  const [start, length] = /DCTDecode\/Length (\d+)>>stream\n/.exec(head) ?? [];
  if (!head.startsWith(HEAD) || !start) return null;
  const from = head.indexOf(start) + start.length;
  return pdf.subarray(from, from + Number(length));
}
