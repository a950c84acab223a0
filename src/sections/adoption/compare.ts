import type { Comparison } from "../changes/comparison.ts";
import type { ReportChange } from "../changes/schema.ts";
import type { ReportAdoption } from "./schema.ts";

const mostFacts = 5;

/** New capabilities, and those with more or fewer adopters than before. */
export function compareAdoption(
  before: readonly ReportAdoption[],
  after: readonly ReportAdoption[],
  comparison: Comparison,
): ReportChange[] {
  const known = new Map(before.map((one) => [one.capabilityId, one.adoptersNow]));
  return after.flatMap(({ capabilityId, adoptersNow, evidenceIds }) => {
    const was = known.get(capabilityId);
    if (was === adoptersNow) return [];
    const isCorrected = comparison.correctedCapabilityIds.has(capabilityId);
    return {
      reference: { section: "adoption", key: capabilityId, field: "adoptersNow" },
      subject: `${comparison.nameOf(capabilityId)}: ${was === undefined ? "new capability, adopters" : "adopters"}`,
      before: was === undefined ? null : String(was),
      after: String(adoptersNow),
      because: was === undefined ? "evidence" : isCorrected ? "correction" : comparison.computed,
      evidenceIds: comparison.factsOf(evidenceIds, mostFacts),
    };
  });
}
