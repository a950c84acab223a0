/** How often each line stands in a text: lines without a letter or digit say nothing, and spaces around do not count. */
type LineCounts = ReadonlyMap<string, number>;

function countLines(text: string): LineCounts {
  const counts = new Map<string, number>();
  for (const full of text.split("\n")) {
    const line = full.trim();
    if (line.length < 2 || !/[0-9A-Za-z\u00C0-\uD7FF]/.test(line)) continue;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return counts;
}

export interface LineChange {
  readonly added: number;
  readonly gone: number;
}

/** Lines that a version added to the one before it, and how many of them a later version no longer has. Moving a line is neither. */
export function linesGone(before: string, after: string, later: string): LineChange {
  // Lines that all three begin and end with add nothing, wherever else the same lines stand: mostly nearly all.
  const start = sharedStart(before, after, later);
  const tail = sharedEnd(before, after, later, start);
  const counts = (text: string): LineCounts => countLines(text.slice(start, text.length - tail));
  return compareCounts(counts(before), counts(after), counts(later));
}

const newline = 10;

/** Length of the whole lines that all three begin with. */
function sharedStart(a: string, b: string, c: string): number {
  const most = Math.min(a.length, b.length, c.length);
  let lines = 0;
  for (let at = 0; at < most; at++) {
    const code = a.charCodeAt(at);
    if (code !== b.charCodeAt(at) || code !== c.charCodeAt(at)) break;
    if (code === newline) lines = at + 1;
  }
  return lines;
}

/** Length of the whole lines that all three end with, with the line feed before them, beyond what they begin with. */
function sharedEnd(a: string, b: string, c: string, start: number): number {
  const most = Math.min(a.length, b.length, c.length) - start;
  let lines = 0;
  for (let back = 1; back <= most; back++) {
    const code = a.charCodeAt(a.length - back);
    if (code !== b.charCodeAt(b.length - back) || code !== c.charCodeAt(c.length - back)) break;
    if (code === newline) lines = back;
  }
  return lines;
}

function compareCounts(before: LineCounts, after: LineCounts, later: LineCounts): LineChange {
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
