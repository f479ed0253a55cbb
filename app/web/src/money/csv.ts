// A table as CSV (RFC 4180). Spreadsheets show every text of it, and run none as a formula.

const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/u;
const NEEDS_QUOTES = /[",\r\n]/;
const UTF_8_MARK = "\uFEFF"; // without it, Excel assumes another encoding

/** Return a table as CSV. A column is [heading, value of a row]. Numbers are amounts in pounds. */
export function csv<Row>(columns: [string, (row: Row) => string | number | null | undefined][], rows: Row[]) {
  const lines = [columns.map(([heading]) => heading), ...rows.map((row) => columns.map(([, valueOf]) => valueOf(row)))];
  return UTF_8_MARK + lines.map((line) => `${line.map(cell).join(",")}\r\n`).join("");
}

function cell(value: string | number | null | undefined) {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return value.toFixed(2);
  const text = FORMULA_START.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
