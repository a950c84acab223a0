import type { Adoption } from "#web/api/report-view.ts";
import { artefactWords, numberWords, percentWords, plural } from "#web/ui/words.ts";

/** "28 of 34 Ruby web applications (82 %)"; the bare count where nobody can say who is eligible. */
export function rateWords(adoption: Adoption): string {
  const { rate, rateNumerator, eligibleCount, eligibleType, adoptersNow } = adoption;
  if (rate === null || rateNumerator === null || eligibleCount === null) {
    return plural(adoptersNow, "component");
  }
  return `${numberWords(rateNumerator)} of ${numberWords(eligibleCount)} ${artefactWords(eligibleType)} (${percentWords(rate)})`;
}

export interface StayShare {
  readonly years: number;
  readonly survival: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
  /** Uses that ended at all, whenever. */
  readonly events: number;
}

/** Share still using after two years, or after one where the curve is not that long; null below a year. */
export function stayShare(adoption: Adoption): StayShare | null {
  const { retention } = adoption;
  if (retention === null) return null;
  const longest = retention.curve.at(-1)?.days ?? 0;
  const years = longest >= 730 ? 2 : 1;
  if (longest < 365) return null;
  const point = retention.curve.findLast((one) => one.days <= years * 365.25);
  return point === undefined ? null : { ...point, years, n: retention.n, events: retention.events };
}

export function stayWords(stay: StayShare): string {
  // Where nobody left, the band is not narrow but undefined: saying 100 to 100 % would claim certainty.
  if (stay.events === 0 || stay.low === 1) return "all so far";
  const range = `${Math.round(stay.low * 100)} to ${percentWords(stay.high)}`;
  return `${percentWords(stay.survival)} (${range})`;
}

/** The forecast's last point: "24 (22 to 27) by Mar 2028" needs it and its date. */
export function lastForecast(
  adoption: Adoption,
): NonNullable<Adoption["forecast"]>["points"][number] | null {
  return adoption.forecast?.points.at(-1) ?? null;
}
