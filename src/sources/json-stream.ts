import { parseJson } from "#kernel/json-text.ts";

const most = 500_000;
const opening = /["{[]/g;
const inside = /["{}[\]]/g;

/**
 * The values of a JSON text, or of a stream of them: one a line, or one after the other, as tools write that print while they
 * work. Throws SyntaxError where it is neither.
 */
export function jsonValues(text: string): readonly unknown[] {
  try {
    return [parseJson(text)];
  } catch (error) {
    const parts = partsOf(text);
    if (parts === null || parts.length < 2) throw error;
    return parts.map((part): unknown => parseJson(part));
  }
}

/** Texts of maps and lists that stand one after the other with nothing but blanks between; null: something else is there. */
function partsOf(text: string): string[] | null {
  const parts: string[] = [];
  for (let at = 0; ;) {
    opening.lastIndex = at;
    const start = opening.exec(text)?.index ?? text.length;
    if (text.slice(at, start).trim() !== "") return null;
    if (start === text.length) return parts;
    const end = valueEnd(text, start);
    if (end === null || parts.length >= most) return null;
    parts.push(text.slice(start, end));
    at = end;
  }
}

/** Behind the map or list that begins here: levels are counted, texts passed over. Null: it does not end, or is a bare text. */
function valueEnd(text: string, start: number): number | null {
  let depth = 0;
  inside.lastIndex = start;
  for (let found = inside.exec(text); found !== null; found = inside.exec(text)) {
    const [mark] = found;
    if (mark === '"') {
      if (depth === 0) return null;
      const end = textEnd(text, found.index + 1);
      if (end === null) return null;
      inside.lastIndex = end;
    } else if (mark === "{" || mark === "[") depth++;
    else if (--depth === 0) return found.index + 1;
  }
  return null;
}

/** Behind the quote that closes a text: one with a backslash before it does not. */
function textEnd(text: string, from: number): number | null {
  for (let at = from; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') return at + 1;
  }
  return null;
}
