import type { IndicatorReadings } from "#insight/signals/indicators.ts";
import { unreadSource } from "./common-readings.ts";

/** Slow because of tooling: nothing that git alone could say. */
export function readSignal2(): Pick<
  IndicatorReadings,
  "tooling-friction" | "tooling-requests" | "pipeline-waiting" | "update-waiting"
> {
  return {
    "tooling-friction": unreadSource("surveys"),
    "tooling-requests": unreadSource("requests"),
    "pipeline-waiting": unreadSource("runs of pipelines"),
    "update-waiting": unreadSource("pull requests"),
  };
}
