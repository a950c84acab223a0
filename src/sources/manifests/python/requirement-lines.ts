/** Lines of a requirements file joined at a trailing backslash, without comments and blanks; `line` is the first one's. */
export function logicalLines(text: string): { readonly content: string; readonly line: number }[] {
  const result: { content: string; line: number }[] = [];
  let parts: string[] = [];
  let start = 1;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    if (parts.length === 0) start = index + 1;
    const comment = raw.search(/(?:^|\s)#/);
    const content = (comment === -1 ? raw : raw.slice(0, comment)).trimEnd();
    if (content.endsWith("\\")) {
      parts.push(content.slice(0, -1));
      continue;
    }
    parts.push(content);
    const joined = parts.join(" ").trim();
    if (joined !== "") result.push({ content: joined, line: start });
    parts = [];
  }
  const rest = parts.join(" ").trim();
  if (rest !== "") result.push({ content: rest, line: start });
  return result;
}
