import type { IndicatorReadings } from "#insight/signals/indicators.ts";
import { unreadSource } from "./common-readings.ts";

/** Leads as the platform's product managers: declared only, since git says nothing of who decides. */
export function readSignal4(): Pick<
  IndicatorReadings,
  "no-product-owner" | "leads-decide" | "leads-triage"
> {
  return {
    "no-product-owner": unreadSource("interviews"),
    "leads-decide": unreadSource("interviews"),
    "leads-triage": unreadSource("interviews"),
  };
}
