import type {
  MaintainabilityQuarter,
  MaintainabilityTrend,
} from "#insight/maintainability/result.ts";
import { notRead, reading, type IndicatorReading } from "../indicator.ts";
import type { IndicatorReadings } from "../indicators.ts";
import { percentOf } from "#kernel/phrases.ts";
import type { IndicatorSources } from "./indicator-sources.ts";
import { spreadOfInterval } from "./spread.ts";
import { normalCdf } from "#kernel/stats-normal.ts";

/** Speed bought with maintainability: what grows, whether throughput rises or not; the signal asks for both. */
export function readSpeed(
  sources: IndicatorSources,
): Pick<
  IndicatorReadings,
  "rework-growth" | "churn-growth" | "dependency-lag-growth" | "hot-files-growth"
> {
  return {
    "rework-growth": growth(sources, "rework", "Rework", (one) => one.reworkShare),
    "churn-growth": growth(sources, "churn", "Churn within 21 days", (one) => one.churnShare),
    "dependency-lag-growth": growth(
      sources,
      "dependencyLag",
      "Dependency lag",
      (one) => one.dependencyLagYears,
    ),
    "hot-files-growth": growth(
      sources,
      "hotFiles",
      "Size of the files that change most",
      (one) => one.hotFileLines,
    ),
  };
}

/** Levels below which growth says nothing: shares, shares, years, lines. Judgements, uncalibrated. */
const floors = { rework: 0.15, churn: 0.05, dependencyLag: 0.25, hotFiles: 300 } as const;
const quartersOfLevel = 4;

/** A change in its own unit, where a share of next to nothing would say nothing. */
const amounts: Readonly<Record<keyof typeof floors, (value: number) => string>> = {
  rework: pointsWords,
  churn: pointsWords,
  dependencyLag: (value) => `${value.toFixed(2)} years`,
  hotFiles: (value) => `${value.toFixed(0)} lines`,
};

function pointsWords(value: number): string {
  return `${(value * 100).toFixed(1)} percentage points`;
}

/** Chance that throughput rises, from the interval of its trend; null where it is not known. */
export function throughputRises({
  maintainability,
}: Pick<IndicatorSources, "maintainability">): number | null {
  const whole = maintainability.scopes.find(({ kind }) => kind === "organisation");
  const speed = whole?.trends.find((one) => one.measure === "throughput");
  if (speed === undefined) return null;
  const { deviation } = spreadOfInterval(speed.low, speed.high, speed.n);
  if (deviation === null) return null;
  if (deviation === 0) return speed.perYear === 0 ? 0.5 : Number(speed.perYear > 0);
  return normalCdf(speed.perYear / deviation);
}

/** No direction where the interval of the trend has both: of shares that are drawn, quarters differ by chance alone. */
function movesWords(
  measure: keyof typeof floors,
  { perYear, relativePerYear, low, high }: MaintainabilityTrend,
): string {
  const isRelative = relativePerYear !== null && perYear !== 0;
  const much = (value: number): string =>
    isRelative
      ? percentOf(Math.abs((value * relativePerYear) / perYear))
      : amounts[measure](Math.abs(value));
  if (low <= 0 && high >= 0)
    return `neither clearly grows nor falls: between −${much(low)} and +${much(high)}`;
  return `${perYear < 0 ? "falls" : "grows"} by ${much(perYear)}`;
}

function growth(
  { maintainability, organisation }: IndicatorSources,
  measure: keyof typeof floors,
  name: string,
  valueOf: (one: MaintainabilityQuarter) => number | null,
): IndicatorReading {
  const floor = floors[measure];
  const whole = maintainability.scopes.find(({ kind }) => kind === "organisation");
  const trend = whole?.trends.find((one) => one.measure === measure);
  if (whole === undefined || trend === undefined) {
    return notRead(
      "too-few-quarters",
      `${name} is known of fewer than eight quarters.`,
      "Clones with two years of history.",
    );
  }
  const latest = whole.quarters.flatMap((one) => valueOf(one) ?? []).slice(-quartersOfLevel);
  const level = latest.reduce((sum, one) => sum + one, 0) / latest.length;
  const isLow = level < floor;
  // Where the mean is next to nothing a share of it says little: the change is told as a share of the floor.
  const growing = trend.relativePerYear ?? trend.perYear / floor;
  const scopes = maintainability.scopes.filter(({ kind }) => kind === "component").length;
  const present = organisation.components.filter((one) => one.goneAt === null).length;
  const moves = `${movesWords(measure, trend)} a year over ${String(trend.n)} quarters`;
  // Growth of next to nothing is nothing: a floor on the level of the last year.
  return reading({
    value: isLow ? Math.min(0, growing) : growing,
    n: trend.n,
    coverage: present === 0 ? null : Math.min(1, scopes / present),
    text: isLow ? `${name} is low, and ${moves}` : `${name} ${moves}`,
    spread: spreadOfInterval(
      trend.low * (growing / (trend.perYear || 1)),
      trend.high * (growing / (trend.perYear || 1)),
      Math.min(scopes, trend.n),
    ),
    evidence: whole.evidence,
    history: whole.quarters.flatMap((one) => {
      const value = valueOf(one);
      return value === null ? [] : [{ at: one.to, value }];
    }),
  });
}
