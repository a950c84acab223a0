import type { Comparison } from "../changes/comparison.ts";
import type { ReportChange } from "../changes/schema.ts";
import type { ReportCapability } from "./schema.ts";

/** Capabilities that have released since. */
export function compareCapabilities(
  before: readonly ReportCapability[],
  after: readonly ReportCapability[],
  comparison: Comparison,
): ReportChange[] {
  const versions = new Map(before.map((one) => [one.id, one.latestVersion]));
  return after.flatMap(({ id, name, latestVersion, evidenceIds }) => {
    const was = versions.get(id);
    if (was === undefined || was === latestVersion) return [];
    return {
      reference: { section: "capabilities", key: id, field: "latestVersion" },
      subject: `${name}: newest version`,
      before: was,
      after: latestVersion,
      because: comparison.computed,
      evidenceIds: comparison.factsOf(evidenceIds),
    };
  });
}
