import { dayOf } from "#kernel/phrases.ts";
import type { ReportConsumption } from "./schema.ts";

/** since 3 Mar 2023 (1.2.0, runtime, observed); 3 Mar 2023 to 4 May 2024, gone to nothing */
export function spanOf(use: ReportConsumption): string {
  const start = use.fromCensored ? `since before ${dayOf(use.from)}` : `since ${dayOf(use.from)}`;
  const span = use.to === null ? start : `${start}, until ${dayOf(use.to)}`;
  const version = use.versions.findLast((one) => one.to === null)?.version ?? null;
  const marks = [version, use.via === "service" ? "service" : use.scope, use.confidence];
  return `${span} (${marks.filter((mark) => mark !== null).join(", ")})`;
}
