export interface TilePoint {
  /** ISO instant: the end of a quarter, or the day of the report. */
  readonly at: string;
  readonly value: number | null;
  readonly isPartial: boolean;
}

/** One figure with its own past. */
export interface Tile {
  readonly id: string;
  readonly title: string;
  /** The screen that has the whole of it; null: this one. */
  readonly href: string | null;
  /** Null: not known, `missing` says what would make it known. */
  readonly value: string | null;
  readonly words: string;
  readonly missing: string | null;
  readonly evidence: readonly string[];
  readonly points: readonly TilePoint[];
  readonly format: (value: number) => string;
}

/** "48 a year ago": the same quarter of the year before, or the first that is known. */
export function pastWords({ points, format }: Tile): string | null {
  const known = points.filter((point) => point.value !== null && !point.isPartial);
  const last = known.at(-1);
  if (last === undefined || known.length < 3) return null;
  const yearBefore = Date.parse(last.at) - 360 * 86_400_000;
  const before = known.findLast((point) => Date.parse(point.at) <= yearBefore);
  return before?.value == null ? null : `${format(before.value)} a year ago`;
}
