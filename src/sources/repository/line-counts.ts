/** How often each line stands in a text: lines without a letter or digit say nothing, and spaces around do not count. */
export type LineCounts = ReadonlyMap<string, number>;

export function countLines(text: string): LineCounts {
  const counts = new Map<string, number>();
  for (const full of text.split("\n")) {
    const line = full.trim();
    if (line.length < 2 || !/[0-9A-Za-z\u00C0-\uD7FF]/.test(line)) continue;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return counts;
}

/** Lines that a version added to the one before it, and how many of them a later version no longer has. Moving a line is neither. */
export function linesGone(
  before: LineCounts,
  after: LineCounts,
  later: LineCounts,
): { readonly added: number; readonly gone: number } {
  let added = 0;
  let gone = 0;
  for (const [line, count] of after) {
    const kept = Math.min(before.get(line) ?? 0, count);
    const fresh = count - kept;
    if (fresh === 0) continue;
    added += fresh;
    gone += fresh - Math.min(fresh, Math.max(0, (later.get(line) ?? 0) - kept));
  }
  return { added, gone };
}
