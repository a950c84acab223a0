/** Prometheus refuses more than 11,000 points at once; chunks of a week at five minutes keep answers quick to repeat. */
const pointsPerChunk = 2_016;

export interface Chunk {
  /** First and last moment that is evaluated, both multiples of the step. */
  readonly from: number;
  readonly to: number;
  /** Spans its whole place on the grid of chunks: the same on every run, so that it can be kept. */
  readonly isWhole: boolean;
}

/** The moments of (from, to] on the grid of `stepSeconds`, in chunks whose borders do not move with as-of. */
export function chunksOf(from: number, to: number, stepSeconds: number): readonly Chunk[] {
  const span = pointsPerChunk * stepSeconds;
  const first = (Math.floor(from / stepSeconds) + 1) * stepSeconds;
  const last = Math.floor(to / stepSeconds) * stepSeconds;
  const chunks: Chunk[] = [];
  for (let start = Math.floor((first - stepSeconds) / span) * span; start < last; start += span) {
    const chunkFrom = Math.max(first, start + stepSeconds);
    const chunkTo = Math.min(last, start + span);
    const isWhole = chunkFrom === start + stepSeconds && chunkTo === start + span;
    if (chunkFrom <= chunkTo) chunks.push({ from: chunkFrom, to: chunkTo, isWhole });
  }
  return chunks;
}
