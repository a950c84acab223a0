import type { Problem } from "#evidence/problem.ts";
import type { BlindSpot } from "./blind-spots/blind-spot.ts";
import type { ReportChange } from "./changes/schema.ts";

/** What the sections before had to say of themselves: for the sections that only gather it. */
export interface Collected {
  readonly problems: readonly Problem[];
  readonly blindSpots: readonly BlindSpot[];
  readonly changes: readonly ReportChange[];
}
