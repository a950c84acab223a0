import { isInUse, type JobUse } from "./job-uses.ts";
import type { JobsOptions } from "./options.ts";
import type { TrendPoint } from "./result.ts";
import { effectiveNumber, ownersOf, sharesByKeeper } from "./shares.ts";

/** Effective number at quarter-ends and as-of, from the first use on. Keepers are those of as-of: earlier ones are not known. */
export function trend(
  uses: readonly JobUse[],
  asOf: number,
  options: Pick<JobsOptions, "quarters" | "minimumKeepers">,
): TrendPoint[] {
  const first = uses.reduce((least, { from }) => Math.min(least, from), Number.POSITIVE_INFINITY);
  return quarterEnds(asOf, options.quarters)
    .filter((at) => at >= first)
    .map((at) => {
      const current = uses.filter((use) => isInUse(use, at));
      const found = sharesByKeeper(current);
      return {
        at: lastSecond(at, asOf),
        effectiveNumber: effectiveNumber(found, options.minimumKeepers),
        ownersCount: ownersOf(current).length,
        keepersCount: found.keepersCount,
        shares: found.shares.map(({ solution, share }) => ({ package: solution, share })),
      };
    });
}

/** As a point is dated: what stands at the end of as-of's day is of that day, not of the next. */
export function lastSecond(at: number, asOf: number): number {
  return Math.min(at, asOf - 1);
}

/** Last seconds (UTC) of the calendar quarters before the last one of as-of, then `asOf`, the end of its day: `count` points, oldest first. */
export function quarterEnds(asOf: number, count: number): number[] {
  const date = new Date((asOf - 1) * 1000);
  const quarter = Math.floor(date.getUTCMonth() / 3);
  const ends: number[] = [];
  for (let back = count - 2; back >= 0; back -= 1) {
    ends.push(Date.UTC(date.getUTCFullYear(), (quarter - back) * 3, 1) / 1000 - 1);
  }
  return [...ends, asOf];
}
