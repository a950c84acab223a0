import { distance } from "fastest-levenshtein";

const longest = 200;

/**
 * The candidate that `word` was probably meant to be; null when none is near. Near is a third of its letters inserted, left out
 * or replaced, and in a word of four or five letters two of them, for neighbours that changed places count as two.
 */
export function nearestWord(word: string, candidates: readonly string[]): string | null {
  const typed = word.toLowerCase().slice(0, longest);
  const most = typed.length < 4 ? 1 : Math.max(2, Math.floor(typed.length / 3));
  let best: string | null = null;
  let bestDistance = most + 1;
  for (const candidate of candidates) {
    const letters = distance(typed, candidate.toLowerCase().slice(0, longest));
    if (letters < bestDistance) {
      best = candidate;
      bestDistance = letters;
    }
  }
  return best;
}

/** The candidates that come nearest, the nearest first, at most `most`; however far they are. */
export function nearestWords(
  word: string,
  candidates: readonly string[],
  most: number,
): readonly string[] {
  const typed = word.toLowerCase().slice(0, longest);
  return [...new Set(candidates)]
    .map((candidate) => ({
      candidate,
      letters: distance(typed, candidate.toLowerCase().slice(0, longest)),
    }))
    .toSorted((a, b) => a.letters - b.letters || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}
