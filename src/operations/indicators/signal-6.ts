import type { IndicatorReadings } from "#insight/signals/indicators.ts";
import { unreadSource } from "./common-readings.ts";

/** Speed bought with maintainability. A reading is 0 where throughput does not rise. */
export function readSignal6(): Pick<
  IndicatorReadings,
  "rework-growth" | "churn-growth" | "dependency-lag-growth" | "hot-files-growth"
> {
  const lines = unreadSource("lines added and removed over time");
  return {
    "rework-growth": lines,
    "churn-growth": lines,
    "dependency-lag-growth": unreadSource("dependency lag over time"),
    "hot-files-growth": lines,
  };
}
