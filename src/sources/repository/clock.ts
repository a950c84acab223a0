import type { ClockDisorder } from "#evidence/change-quarters.ts";

/** More stretches than this are kept as one that covers them all. */
const mostSpans = 64;

type Stretch = readonly [after: number, upTo: number];

/**
 * Where times of the mainline, oldest commit first, fall back behind earlier ones; null where they never do. Goes on from
 * `earlier` with the same answer as over all of them; `earliest` is the last time of a mainline that was in order so far.
 */
export function clockDisorder(
  times: Iterable<number>,
  earlier: ClockDisorder | null,
  earliest: number,
): ClockDisorder | null {
  let latest = earlier?.latest ?? earliest;
  let spans: Stretch[] = [...(earlier?.spans ?? [])];
  for (const at of times) {
    if (at < latest) spans = joined(spans, [at, latest]);
    else latest = at;
  }
  return spans.length === 0 ? null : { latest, spans };
}

/**
 * Does `moment` cut the mainline in two, all times of the first part before it, all of the second at or after it? Only there may a
 * reading be taken up again: what lies on one side can then never be told by what lies on the other.
 */
export function cutsCleanly(disorder: ClockDisorder | undefined, moment: number): boolean {
  return disorder?.spans.every(([after, upTo]) => moment <= after || moment > upTo) ?? true;
}

/** Stretches in the order of time, those that touch as one. */
function joined(spans: readonly Stretch[], [after, upTo]: Stretch): Stretch[] {
  const apart = spans.filter((one) => one[1] < after || one[0] > upTo);
  const met = spans.filter((one) => one[1] >= after && one[0] <= upTo);
  const hull = hullOf([...met, [after, upTo]]);
  const all = [...apart, hull].sort((a, b) => a[0] - b[0]);
  return all.length > mostSpans ? [hullOf(all)] : all;
}

function hullOf(spans: readonly Stretch[]): Stretch {
  return [
    spans.reduce((least, [after]) => Math.min(least, after), Number.POSITIVE_INFINITY),
    spans.reduce((most, [, upTo]) => Math.max(most, upTo), Number.NEGATIVE_INFINITY),
  ];
}
