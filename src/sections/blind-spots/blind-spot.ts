import type { ReportBlindSpot } from "./schema.ts";

export interface BlindSpot extends ReportBlindSpot {
  /** How many figures would change if it were lit: decides the order. */
  readonly weight: number;
}

const mostExamples = 12;

/** A kind of thing that the evidence does not reach; `each` is what lighting one of them would change. */
export function spot({
  what,
  one,
  where,
  sharpen,
  each,
}: {
  /** What is counted, in the words for several. */
  readonly what: string;
  /** The same for one of it. */
  readonly one: string;
  readonly where: readonly string[];
  readonly sharpen: string;
  readonly each: number;
}): BlindSpot {
  return {
    what: where.length === 1 ? one : what,
    count: where.length,
    sharpen,
    examples: where.slice(0, mostExamples),
    weight: each * where.length,
  };
}

/** Those that there are, the one whose lighting would sharpen most first (insights §13). */
export function rankedSpots(spots: readonly BlindSpot[]): ReportBlindSpot[] {
  return spots
    .filter((one) => one.count > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ weight: _, ...one }) => one);
}
