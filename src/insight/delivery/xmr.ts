/** A chart of individual values and moving ranges (Shewhart 1931; Wheeler 1993). */
export interface XmrChart {
  readonly centre: number;
  /** Natural process limits: centre ± 2.66 × mean moving range; a count is never below 0. */
  readonly low: number;
  readonly high: number;
  /** The first so many points; the limits are theirs and stay. */
  readonly baselineCount: number;
  readonly points: readonly XmrPoint[];
}

export interface XmrPoint {
  readonly at: number;
  readonly value: number;
  /** Western Electric (1956) rule 1: beyond a limit; rule 4: the eighth or later in a row on one side of the centre. */
  readonly rules: readonly (1 | 4)[];
}

const runLength = 8;
/** 3 ÷ d₂ for ranges of two. */
const rangeFactor = 2.66;

/** Null for fewer than `minimum` points. */
export function xmrChart(
  series: readonly { readonly at: number; readonly value: number }[],
  baseline: number,
  minimum: number,
): XmrChart | null {
  if (series.length < minimum) return null;
  const ground = series.slice(0, Math.max(minimum, Math.min(baseline, series.length)));
  const centre = mean(ground.map((one) => one.value));
  const ranges = ground
    .slice(1)
    .map((one, index) => Math.abs(one.value - (ground[index]?.value ?? 0)));
  const reach = rangeFactor * mean(ranges);
  const low = Math.max(0, centre - reach);
  const high = centre + reach;
  let run = 0;
  const points = series.map(({ at, value }) => {
    const side = Math.sign(value - centre);
    run = side === 0 ? 0 : Math.sign(run) === side ? run + side : side;
    const rules: (1 | 4)[] = [];
    if (value < low || value > high) rules.push(1);
    if (Math.abs(run) >= runLength) rules.push(4);
    return { at, value, rules };
  });
  return { centre, low, high, baselineCount: ground.length, points };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, one) => sum + one, 0) / values.length;
}
