import type {
  MaintainabilityQuarter,
  MaintainabilityTrend,
} from "#insight/maintainability/result.ts";
import { notRead, reading, type IndicatorReading } from "../indicator.ts";
import type { IndicatorReadings } from "../indicators.ts";
import { percentOf } from "#kernel/phrases.ts";
import type { IndicatorSources } from "./indicator-sources.ts";

/** Speed bought with maintainability. A reading is 0 where throughput does not rise. */
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

function growth(
  { maintainability, organisation }: IndicatorSources,
  measure: MaintainabilityTrend["measure"],
  name: string,
  valueOf: (one: MaintainabilityQuarter) => number | null,
): IndicatorReading {
  const whole = maintainability.scopes.find(({ kind }) => kind === "organisation");
  const trend = whole?.trends.find((one) => one.measure === measure);
  const speed = whole?.trends.find((one) => one.measure === "throughput");
  if (
    whole === undefined ||
    trend === undefined ||
    speed === undefined ||
    trend.relativePerYear === null
  ) {
    return notRead(
      "too-few-quarters",
      `${name} is known of fewer than eight quarters.`,
      "Clones with two years of history.",
    );
  }
  const isFaster = speed.perYear > 0;
  const scopes = maintainability.scopes.filter(({ kind }) => kind === "component").length;
  const present = organisation.components.filter((one) => one.goneAt === null).length;
  const moves = `${trend.relativePerYear < 0 ? "falls" : "grows"} by ${percentOf(Math.abs(trend.relativePerYear))} a year over ${String(trend.n)} quarters`;
  return reading(
    isFaster ? Math.max(0, trend.relativePerYear) : 0,
    trend.n,
    present === 0 ? null : Math.min(1, scopes / present),
    isFaster
      ? `${name} ${moves} while throughput rises`
      : `${name} ${moves}; throughput does not rise`,
    whole.evidence,
    whole.quarters.flatMap((one) => {
      const value = valueOf(one);
      return value === null ? [] : [{ at: one.to, value }];
    }),
  );
}
