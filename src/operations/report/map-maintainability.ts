import type { ReportMaintainability } from "#contract/report-maintainability.ts";
import type { MaintainabilityResult } from "#insight/maintainability/result.ts";
import { isoTime } from "./evidence-list.ts";

export function mapMaintainability({ scopes }: MaintainabilityResult): ReportMaintainability {
  return {
    scopes: scopes.map(({ kind, id, quarters, trends }) => ({
      kind,
      id,
      quarters: quarters.map(({ from, to, ...quarter }) => ({
        from: isoTime(from),
        to: isoTime(to),
        ...quarter,
      })),
      trends: trends.map((one) => ({ ...one })),
    })),
  };
}
