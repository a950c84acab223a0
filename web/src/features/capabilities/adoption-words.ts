import type { Adoption } from "#web/api/report-rows.ts";
import { artefactWords, numberWords, percentWords, plural } from "#web/ui/words.ts";

/** "28 of 34 Ruby web applications (82 %)"; the bare count where nobody can say who is eligible. */
export function rateWords(adoption: Adoption): string {
  const { rate, rateNumerator, eligibleCount, eligibleType, adoptersNow } = adoption;
  if (rate === null || rateNumerator === null || eligibleCount === null) {
    return plural(adoptersNow, "component");
  }
  return `${numberWords(rateNumerator)} of ${numberWords(eligibleCount)} ${artefactWords(eligibleType)} (${percentWords(rate)})`;
}

/** "28 of 34 (82 %)" for a table, where `eligibleWords` says on a line of its own of what. */
export function rateFigures(adoption: Adoption): string {
  const { rate, rateNumerator, eligibleCount, adoptersNow } = adoption;
  if (rate === null || rateNumerator === null || eligibleCount === null) {
    return plural(adoptersNow, "component");
  }
  return `${numberWords(rateNumerator)} of ${numberWords(eligibleCount)} (${percentWords(rate)})`;
}

/** "with a Dockerfile, 25 in all"; empty where nobody can say who is eligible. */
export function eligibleWords({ rateNumerator, eligibleType, adoptersNow }: Adoption): string {
  if (rateNumerator === null) return "";
  const who = artefactWords(eligibleType).replace(/^components (?=with )/, "");
  return adoptersNow > rateNumerator ? `${who}, ${numberWords(adoptersNow)}\u00a0in\u00a0all` : who;
}

/** "8 no longer do: 5 left, 2 moved on, 1 ended with its component"; empty where all who ever did still do. */
export function leftWords({ left }: Adoption): string {
  if (left === null || left.count === 0) return "";
  const parts = [
    [left.livedOn, "left"],
    [left.retired, "left as it is retired"],
    [left.moved, "moved to what took its place"],
    [left.ended, "ended themselves"],
  ] as const;
  const said = parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${numberWords(count)} ${words}`);
  return `${numberWords(left.count)} no longer ${left.count === 1 ? "does" : "do"}: ${said.join(", ")}`;
}

/** "Completed retirement: all 12 components have left it"; empty where nothing is being retired. */
export function retirementWords({ retirement }: Adoption): string {
  if (retirement === null) return "";
  const { state, left, of } = retirement;
  if (state === "completed")
    return of === 1
      ? "Completed retirement: the only component that used it has left it"
      : `Completed retirement: all ${plural(of, "component")} have left it`;
  return `Retirement under way: ${numberWords(left)} of ${plural(of, "component")} ${left === 1 ? "has" : "have"} left it`;
}

export interface StayShare {
  readonly years: number;
  readonly survival: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
  /** Components that left at all, whenever. */
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
  // Where nobody left by then, the band is not narrow but undefined: saying 100 to 100 % would claim certainty.
  if (stay.events === 0) return "all so far";
  if (stay.low === 1) return "all";
  const range = `${Math.round(stay.low * 100)} to ${percentWords(stay.high)}`;
  return `${percentWords(stay.survival)} (${range})`;
}

/** The forecast's last point: "24 (22 to 27) by Mar 2028" needs it and its date. */
export function lastForecast(
  adoption: Adoption,
): NonNullable<Adoption["forecast"]>["points"][number] | null {
  return adoption.forecast?.points.at(-1) ?? null;
}
