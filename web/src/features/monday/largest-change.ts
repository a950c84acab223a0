import type { Adoption } from "#web/api/report-rows.ts";

/** How many more components, or fewer, use a capability than some years before. */
export interface CurveChange {
  readonly capabilityId: string;
  readonly change: number;
  readonly now: number;
  readonly years: number;
}

const year = 365.25 * 86_400_000;
/** A year in which less than this moved tells nothing: then more of the past is looked at. */
const fewest = 3;
const spans = [1, 3, 10] as const;

/** The capability whose use changed most, in the shortest of one, three and ten years in which anything moved; null where nothing did. */
export function largestChange(
  adoption: readonly Adoption[],
  concerns: (capabilityId: string) => boolean,
): CurveChange | null {
  const own = adoption.filter(({ capabilityId }) => concerns(capabilityId));
  const found = spans.map((years) => largestWithin(own, years));
  return (
    found.find((one) => one !== null && Math.abs(one.change) >= fewest) ??
    found.findLast((one) => one !== null) ??
    null
  );
}

function largestWithin(adoption: readonly Adoption[], years: number): CurveChange | null {
  let largest: CurveChange | null = null;
  for (const { capabilityId, curve } of adoption) {
    const last = curve.at(-1);
    if (last === undefined) continue;
    const then = Date.parse(last.date) - years * year;
    // What began within the span is compared with its own beginning: that is what its picture shows.
    const before =
      curve.findLast((point) => Date.parse(point.date) <= then)?.components ??
      curve[0]?.components ??
      0;
    const change = last.components - before;
    if (Math.abs(change) > Math.abs(largest?.change ?? 0))
      largest = { capabilityId, change, now: last.components, years };
  }
  return largest;
}
