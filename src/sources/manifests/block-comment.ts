const mark = /\/\*|\*\//g;

/**
 * Where the block comment that begins at `at` ends, behind its last mark; null: it never does. Kotlin, Scala and Swift count
 * comments within comments (`nests`), Groovy and Java do not.
 */
export function blockCommentEnd(text: string, at: number, nests: boolean): number | null {
  if (!nests) {
    const end = text.indexOf("*/", at + 2);
    return end < 0 ? null : end + 2;
  }
  mark.lastIndex = at + 2;
  for (let depth = 1, found = mark.exec(text); found !== null; found = mark.exec(text)) {
    depth += found[0] === "/*" ? 1 : -1;
    if (depth === 0) return mark.lastIndex;
  }
  return null;
}
