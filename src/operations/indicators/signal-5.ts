import type { IndicatorReadings } from "#insight/signals/indicators.ts";
import { unreadSource } from "./common-readings.ts";

/** Platform work put off. */
export function readSignal5(): Pick<
  IndicatorReadings,
  "request-age-ratio" | "promises-overdue" | "maintenance-gaps" | "platform-work-falling"
> {
  return {
    "request-age-ratio": unreadSource("requests"),
    "promises-overdue": unreadSource("dates of promised removals"),
    "maintenance-gaps": unreadSource("gaps in maintenance"),
    // A falling share of commits counts only while requests wait, so it is not looked at before they are known.
    "platform-work-falling": unreadSource("requests"),
  };
}
