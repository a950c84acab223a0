/** How far to look back from a candidate: keeps the scan linear in files that are one long line. */
const reach = 200;

/** The identifier characters that end just before `offset`; `extra` also takes `::`. At most 100 characters. */
export function wordBefore(text: string, offset: number, withColons = false): string {
  let start = offset;
  const limit = Math.max(0, offset - 100);
  while (start > limit && isWordCode(text.charCodeAt(start - 1), withColons)) start--;
  return text.slice(start, offset);
}

function isWordCode(code: number, withColons: boolean): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    (withColons && code === 58)
  );
}

/** What stands on the same line before `offset`, at most 200 characters. */
export function lineBefore(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - reach), offset);
  return before.slice(before.lastIndexOf("\n") + 1);
}

/** The line on which `offset` stands, at most 200 characters to either side. */
export function lineAround(text: string, offset: number): string {
  const after = text.slice(offset, offset + reach);
  const end = after.indexOf("\n");
  return lineBefore(text, offset) + (end < 0 ? after : after.slice(0, end));
}

/** Whether a line that begins so is a comment in most languages (`#{` is Ruby's interpolation, `#[` an attribute of Rust and PHP). */
export function isComment(line: string): boolean {
  return /^\s{0,200}(?:#(?![{![])|\/\/|\*|--\s|<!--|<%#)/.test(line);
}
