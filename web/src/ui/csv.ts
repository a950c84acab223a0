export type Cell = string | number | null;

/**
 * RFC 4180, with a leading apostrophe where a spreadsheet would take the text for a formula: behind blanks and in full width as
 * well. What another separator would cut, by the reader's settings, is quoted, so that no part of a text becomes a cell.
 */
export function toCsv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [columns, ...rows].map((row) => row.map(field).join(",")).join("\r\n");
}

function field(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = /^(?:\s{0,100}[=+\-@＝＋－＠]|[\t\r\n])/.test(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
