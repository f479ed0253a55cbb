// A photo as a PDF of one page, and back. Nothing here uses the browser.

const A4_LONG_PT = 842;
const HEAD = "%PDF-1.4\n%photo\n"; // pictureOf knows our own PDFs by it
const HEAD_BYTES = 1024;

/** Return the parts of a PDF of one page that a JPEG in colour fills. `width`, `height`: of the picture, in pixels. */
export function pdfOf(jpeg: Uint8Array, width: number, height: number) {
  const [w, h] = [width, height].map((side) => ((side * A4_LONG_PT) / Math.max(width, height)).toFixed(2));
  const drawing = `${w} 0 0 ${h} 0 0 cm/P Do`;
  const picture = `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceRGB/BitsPerComponent 8`;
  const objects = [
    ["<</Type/Catalog/Pages 2 0 R>>"],
    ["<</Type/Pages/Kids[3 0 R]/Count 1>>"],
    [`<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${w} ${h}]/Resources<</XObject<</P 5 0 R>>>>/Contents 4 0 R>>`],
    [`<</Length ${drawing.length}>>stream\n${drawing}\nendstream`],
    [`${picture}/Filter/DCTDecode/Length ${jpeg.length}>>stream\n`, jpeg, "\nendstream"],
  ];
  const parts: (string | Uint8Array)[] = [HEAD];
  const lengthSoFar = () => parts.reduce((sum, { length }) => sum + length, 0); // a character of these texts is a byte
  const entries = objects.map((object, index) => {
    const start = String(lengthSoFar()).padStart(10, "0");
    parts.push(`${index + 1} 0 obj\n`, ...object, "\nendobj\n");
    return `${start} 00000 n \n`;
  });
  const table = `xref\n0 6\n0000000000 65535 f \n${entries.join("")}trailer\n<</Size 6/Root 1 0 R>>\n`;
  return [...parts, `${table}startxref\n${lengthSoFar()}\n%%EOF\n`];
}

/** Return the JPEG in a PDF of `pdfOf`, or null for any other PDF. */
export function pictureOf(pdf: Uint8Array) {
  const head = String.fromCharCode(...pdf.subarray(0, HEAD_BYTES)); // a character for each byte
  const [start, length] = /DCTDecode\/Length (\d+)>>stream\n/.exec(head) ?? [];
  if (!head.startsWith(HEAD) || !start) return null;
  const from = head.indexOf(start) + start.length;
  return pdf.subarray(from, from + Number(length));
}
