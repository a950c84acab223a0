import { counted, dayOf, some } from "#kernel/phrases.ts";
import { placeOf } from "#kernel/reference.ts";
import { spanOf } from "../consumptions/span-words.ts";
import { factsOf } from "../explanation/explanation.ts";
import { entryOf, namedSubjects, type Explains } from "../explanation/explaining.ts";
import type { ReportCapability } from "./schema.ts";

export const explainCapabilities: Explains<{ readonly capabilities: readonly ReportCapability[] }> =
  {
    kinds: ["capability"],
    subjects: ({ capabilities }) => namedSubjects("capability", capabilities),
    outline: ({ capabilities }, subject, lookups) => {
      const capability = entryOf(capabilities, subject);
      const uses = lookups.usesOf(capability.id);
      return {
        id: capability.id,
        kind: "capability",
        title: `${capability.name}, ${capability.kind}`,
        facts: factsOf(
          ["what it is", capability.description],
          [
            "provided by",
            capability.providerComponentId === null
              ? "a repository that was not read"
              : lookups.nameOf(capability.providerComponentId),
          ],
          ["owner", some(capability.ownerIds.map(lookups.nameOf), 5)],
          ["packages", some(capability.packages, 5)],
          ["earlier names", some(capability.formerNames, 5)],
          ["releases", releasesOf(capability)],
          ["lifecycle", capability.lifecycle],
        ),
        reasons: [],
        related: uses.map((use) => ({
          id: use.id,
          text: `${lookups.nameOf(use.consumerComponentId)}: ${spanOf(use)}`,
        })),
        evidenceIds: [...capability.evidenceIds, ...uses.flatMap((use) => use.evidenceIds)],
        places: [placeOf("capabilities", capability.id)],
        note: null,
      };
    },
  };

function releasesOf(capability: ReportCapability): string | null {
  if (capability.versionsCount === null) return null;
  const first =
    capability.firstRelease === null ? "" : `, the first on ${dayOf(capability.firstRelease)}`;
  const latest =
    capability.latestVersion === null ? "" : `, the newest ${capability.latestVersion}`;
  return `${counted(capability.versionsCount, "version")}${first}${latest}`;
}
