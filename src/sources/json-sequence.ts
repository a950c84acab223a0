const mostValues = 100_000;

/**
 * The texts of several JSON values one behind the other, as `jq` prints objects and `gh api --paginate` prints pages; null: the text
 * is no such sequence of objects and lists. Whether each is JSON is for its parser to say. Linear in the text.
 */
export function jsonSequence(text: string): readonly string[] | null {
  const values: string[] = [];
  let depth = 0;
  let start = -1;
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] ?? "";
    if (mark === '"' && depth > 0) {
      at = endOfString(text, at);
    } else if (mark === "{" || mark === "[") {
      if (depth++ === 0) start = at;
    } else if (mark === "}" || mark === "]") {
      if (--depth < 0) return null;
      if (depth === 0) values.push(text.slice(start, at + 1));
      if (values.length > mostValues) return null;
    } else if (depth === 0 && !/\s/.test(mark)) return null;
  }
  return depth === 0 && values.length > 1 ? values : null;
}

/** Where the string that begins at `from` ends; the end of the text where it does not. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}
