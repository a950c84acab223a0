import type { Capability } from "#model/organisation.ts";
import { structuralUnknowns } from "../structural-unknowns.ts";
import type { UnknownEntry } from "../unknown-entries.ts";
import type { ReportCapability } from "./schema.ts";

const releaseFields = new Set(["firstRelease", "versionsCount", "latestVersion"]);

/** Why fields of capabilities are null; both lists in one order. */
export function capabilityUnknowns(
  capabilities: readonly Capability[],
  shown: readonly ReportCapability[],
): UnknownEntry[] {
  return structuralUnknowns("capabilities", shown, (index, field) =>
    neverReleased(capabilities[index]?.unmovedVersion, field),
  );
}

/** A version that a scaffold wrote is no release: the reason in place of "none was found". */
function neverReleased(
  version: string | undefined,
  field: string,
): Omit<UnknownEntry, "pointer"> | null {
  if (version === undefined || !releaseFields.has(field)) return null;
  return {
    code: "never-released",
    reason: `its manifest has said ${version} since it was made: no tag bears that number, and nothing is seen to publish it`,
    needs:
      "nothing, if it was never released; else a tag of its version, or the step that publishes it",
  };
}
