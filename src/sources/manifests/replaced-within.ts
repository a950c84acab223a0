/**
 * `text` with what `pattern` (global) finds replaced by `valueOf`; null where that were longer than `longest` characters. A value of
 * a megabyte that is named a hundred times would otherwise be written out a hundred times before anybody looks at its length.
 */
export function replacedWithin(
  text: string,
  pattern: RegExp,
  valueOf: (whole: string, name: string) => string,
  longest: number,
): string | null {
  const pieces: string[] = [];
  let length = 0;
  let from = 0;
  const add = (piece: string): boolean => {
    length += piece.length;
    pieces.push(piece);
    return length <= longest;
  };
  for (const match of text.matchAll(pattern)) {
    const [whole, name = ""] = match;
    if (!add(text.slice(from, match.index)) || !add(valueOf(whole, name))) return null;
    from = match.index + whole.length;
  }
  return add(text.slice(from)) ? pieces.join("") : null;
}
