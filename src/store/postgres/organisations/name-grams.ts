const longestName = 400;

/** Letters without marks and case, the same on every server: PostgreSQL folds by its locale. */
export function foldedName(name: string): string {
  return name
    .slice(0, longestName)
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}

/** Three letters at a time of each word, its beginning marked: names that are alike share most of them. */
export function gramsOf(folded: string): string[] {
  const grams = new Set<string>();
  for (const word of folded.split(/[^\p{L}\p{N}]+/u)) {
    if (word === "") continue;
    const letters = Array.from(`  ${word} `);
    for (let at = 0; at + 2 < letters.length; at++) grams.add(letters.slice(at, at + 3).join(""));
  }
  return [...grams];
}
