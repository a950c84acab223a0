/** Edits beyond which the middle of two texts counts as replaced: memory grows with their square. */
const MOST_EDITS = 1000;

/**
 * Lines of `after` (1-based: entry n for line n) that are not in `before`: 1. After Myers (1986), with equal beginnings
 * and ends set aside; texts that have less in common than that are replaced from the first difference to the last.
 */
export function addedLines(before: Uint8Array | null, after: Uint8Array): Uint8Array {
  const lines = hashLines(after);
  const added = new Uint8Array(lines.length + 1).fill(1);
  added[0] = 0;
  if (before === null) return added;
  const old = hashLines(before);
  let start = 0;
  while (start < old.length && start < lines.length && old[start] === lines[start]) start++;
  let end = 0;
  const room = Math.min(old.length, lines.length) - start;
  while (end < room && old[old.length - 1 - end] === lines[lines.length - 1 - end]) end++;
  added.fill(0, 1, start + 1);
  added.fill(0, lines.length - end + 1);
  const a = old.subarray(start, old.length - end);
  const b = lines.subarray(start, lines.length - end);
  for (const line of commonLines(a, b)) added[start + line + 1] = 0;
  return added;
}

/** Indexes in `b` of lines on a shortest way from `a` to `b`; none where that is too long. */
function commonLines(a: Float64Array, b: Float64Array): number[] {
  const most = Math.min(a.length + b.length, MOST_EDITS);
  const reach = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits++) {
    trace.push(reach.slice(most + 1 - edits - 1, most + 1 + edits + 2));
    for (let k = -edits; k <= edits; k += 2) {
      const at = most + 1 + k;
      const isDown = k === -edits || (k !== edits && reach[at - 1]! < reach[at + 1]!);
      let x = isDown ? reach[at + 1]! : reach[at - 1]! + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      reach[at] = x;
      if (x >= a.length && x - k >= b.length) return walkBack(trace, a.length, b.length);
    }
  }
  return [];
}

/** Each entry of `trace` holds the reach before that many edits, for diagonals −edits − 1 to edits + 1. */
function walkBack(trace: readonly Int32Array[], fromX: number, fromY: number): number[] {
  const common: number[] = [];
  let x = fromX;
  let y = fromY;
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const reach = trace[edits]!;
    const k = x - y;
    const below = reach[edits + 1 + k - 1]!;
    const above = reach[edits + 1 + k + 1]!;
    const isDown = k === -edits || (k !== edits && below < above);
    const beforeK = isDown ? k + 1 : k - 1;
    const beforeX = edits === 0 ? 0 : isDown ? above : below;
    const beforeY = edits === 0 ? 0 : beforeX - beforeK;
    while (x > beforeX && y > beforeY) {
      x--;
      y--;
      common.push(y);
    }
    x = beforeX;
    y = beforeY;
  }
  return common;
}

/** One number for each line, white space at its end set aside: 53 bits, so that two lines are hardly ever taken for one. */
function hashLines(text: Uint8Array): Float64Array {
  const hashes: number[] = [];
  for (let from = 0; from < text.length;) {
    const newline = text.indexOf(0x0a, from);
    const next = newline < 0 ? text.length : newline + 1;
    let end = newline < 0 ? text.length : newline;
    while (end > from && isBlank(text[end - 1]!)) end--;
    hashes.push(hashOf(text, from, end));
    from = next;
  }
  return Float64Array.from(hashes);
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d;
}

function hashOf(text: Uint8Array, from: number, to: number): number {
  let low = 0x811c9dc5;
  let high = to - from;
  for (let at = from; at < to; at++) {
    low = Math.imul(low ^ text[at]!, 0x01000193);
    high = Math.imul(high + text[at]!, 0x2c1b3c6d) ^ (high >>> 15);
  }
  return (high & 0x1fffff) * 0x100000000 + (low >>> 0);
}
