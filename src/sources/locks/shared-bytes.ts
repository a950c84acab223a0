const firstStep = 256;
const longestStep = 65_536;
/** Below this a native call costs more than a loop. */
const shortest = 48;

/** A stretch of bytes: from `start` up to `end`. */
export interface Stretch {
  readonly content: Buffer;
  readonly start: number;
  readonly end: number;
}

/** Length of the common beginning of two stretches: native comparison of growing chunks, then halving. */
export function sharedPrefix(a: Stretch, b: Stretch): number {
  const most = Math.min(a.end - a.start, b.end - b.start);
  const equal = (from: number, to: number): boolean =>
    a.content.compare(b.content, b.start + from, b.start + to, a.start + from, a.start + to) === 0;
  return sharedLength(most, equal, (n) => a.content[a.start + n] === b.content[b.start + n]);
}

/** Length of the common end of two stretches. */
export function sharedSuffix(a: Stretch, b: Stretch): number {
  const most = Math.min(a.end - a.start, b.end - b.start);
  const equal = (from: number, to: number): boolean =>
    a.content.compare(b.content, b.end - to, b.end - from, a.end - to, a.end - from) === 0;
  return sharedLength(most, equal, (n) => a.content[a.end - 1 - n] === b.content[b.end - 1 - n]);
}

function sharedLength(
  most: number,
  equal: (from: number, to: number) => boolean,
  equalAt: (n: number) => boolean,
): number {
  let known = 0;
  while (known < most && known < shortest && equalAt(known)) known++;
  if (known < shortest) return known;
  let step = firstStep;
  let limit = most;
  while (known < most) {
    const to = Math.min(known + step, most);
    if (!equal(known, to)) {
      limit = to;
      break;
    }
    known = to;
    step = Math.min(step * 4, longestStep);
  }
  while (limit - known > shortest) {
    const middle = (known + limit) >>> 1;
    if (equal(known, middle)) known = middle;
    else limit = middle;
  }
  while (known < limit && equalAt(known)) known++;
  return known;
}
