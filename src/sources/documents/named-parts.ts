/** A point of a list that begins with a name, in code, bold or a link, and goes on in words. */
const point =
  /^ ?[-*+] +(?:`([\w@./-]{2,100})`|\*\*`?([\w@./-]{2,100})`?\*\*|\[`?([\w@./-]{2,100})`?\]\([^()\s]{0,300}\))(?: *[:–—-] *| +(?=(?:is|are|provides|contains|holds) ))(\S.{9,600})$/;
const most = 60;
const longest = 300;

/** What a document says of each of several things in one line: their names and these words, markup still in. */
export function namedParts(
  lines: readonly string[],
): readonly { readonly name: string; readonly words: string }[] {
  const found = new Map<string, string>();
  for (const line of lines) {
    if (line.length > 1_000 || !/^ ?[-*+] /.test(line)) continue;
    const [, code, bold, link, words = ""] = point.exec(line) ?? [];
    const name = code ?? bold ?? link;
    if (name === undefined || found.has(name)) continue;
    if (found.size === most) break;
    found.set(name, words.slice(0, longest));
  }
  return [...found].map(([name, words]) => ({ name, words }));
}
