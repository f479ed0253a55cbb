// A table as CSV (RFC 4180), which spreadsheets open as what it is: none of its texts runs as a formula.

const BEGINS_A_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;
const MUST_BE_QUOTED = /[",\r\n]/;
const AS_UTF_8 = "\uFEFF"; // or Excel takes it for another alphabet

/** `columns` as [[heading, what of a row stands there]], `rows` any. Numbers are amounts in pounds. */
export function csv(columns, rows) {
  const lines = [columns.map(([heading]) => heading), ...rows.map((row) => columns.map(([, of]) => of(row)))];
  return AS_UTF_8 + lines.map((line) => `${line.map(cell).join(",")}\r\n`).join("");
}

function cell(value) {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return value.toFixed(2);
  const text = BEGINS_A_FORMULA.test(value) ? `'${value}` : value;
  return MUST_BE_QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Have the browser keep `text` as a file of that name. */
export function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // by when every browser has read it
}
