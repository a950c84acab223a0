import type { Adoption } from "#web/api/report-rows.ts";
import type { Axis } from "#web/ui/chart/axis.ts";
import { plural } from "#web/ui/words.ts";

type Curve = NonNullable<Adoption["retention"]>["curve"];

const year = 365.25;

/**
 * Days since a use began, in years. How many were watched stands below the points that it was counted at, as the row says
 * that is read out there: between two of them nobody counted.
 */
export function watchedAxis(curve: Curve): Axis {
  const longest = curve.at(-1)?.days ?? year;
  return {
    domain: [0, longest],
    ticks: (count) => {
      const step = Math.max(1, Math.ceil(longest / year / count)) * year;
      const ticks = [];
      for (let at = 0; at <= longest; at += step)
        ticks.push({ at, words: at === 0 ? "adopted" : plural(Math.round(at / year), "year") });
      return ticks;
    },
    notes: curve.map(({ days, atRisk }) => ({ at: days, words: `${atRisk} watched` })),
  };
}

/** Uses that only ended because the window did: the curve stays level while fewer are watched. */
export function censoredAt(curve: Curve): Curve {
  return curve.filter((point, index) => {
    const before = curve[index - 1];
    return (
      before !== undefined && before.survival === point.survival && point.atRisk < before.atRisk
    );
  });
}
