/** Larger stretches are paired in order: the table of a pairing grows with the product of both. */
const mostPairs = 10_000;
/** Lines less alike than this stand alone. */
const leastAlike = 0.34;

type Pair = readonly [removed: string | undefined, added: string | undefined];

/** Changed lines of two stretches opposite each other, in order, so that the pairs are as alike as can be. */
export function pairLines(removed: readonly string[], added: readonly string[]): Pair[] {
  if (removed.length * added.length > mostPairs) {
    const rows = Math.max(removed.length, added.length);
    return Array.from({ length: rows }, (_, row): Pair => [removed[row], added[row]]);
  }
  const width = added.length + 1;
  const best = new Float64Array((removed.length + 1) * width);
  const left = removed.map(wordsOf);
  const right = added.map(wordsOf);
  const alike = (a: number, b: number): number => likeness(left[a] ?? [], right[b] ?? []);
  for (let a = removed.length - 1; a >= 0; a--) {
    for (let b = added.length - 1; b >= 0; b--) {
      const apart = Math.max(best[(a + 1) * width + b] ?? 0, best[a * width + b + 1] ?? 0);
      const score = alike(a, b);
      const together = score < leastAlike ? 0 : score + (best[(a + 1) * width + b + 1] ?? 0);
      best[a * width + b] = Math.max(apart, together);
    }
  }
  const pairs: Pair[] = [];
  let a = 0;
  let b = 0;
  while (a < removed.length || b < added.length) {
    const here = best[a * width + b] ?? 0;
    const isPair =
      a < removed.length &&
      b < added.length &&
      alike(a, b) >= leastAlike &&
      here === alike(a, b) + (best[(a + 1) * width + b + 1] ?? 0);
    if (isPair) pairs.push([removed[a++], added[b++]]);
    else if (a < removed.length && (b === added.length || here === best[(a + 1) * width + b]))
      pairs.push([removed[a++], undefined]);
    else pairs.push([undefined, added[b++]]);
  }
  return pairs;
}

function wordsOf(line: string): readonly string[] {
  return line.match(/\w+|[^\s\w]/g) ?? [];
}

/** Dice's coefficient over words and signs, each as often as it stands. */
function likeness(one: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of other) {
    const count = counts.get(word) ?? 0;
    if (count === 0) continue;
    counts.set(word, count - 1);
    shared++;
  }
  return one.length + other.length === 0 ? 1 : (2 * shared) / (one.length + other.length);
}
