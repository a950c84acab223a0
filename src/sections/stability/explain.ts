import { numberOf } from "#kernel/phrases.ts";
import { placeOf } from "#kernel/reference.ts";
import { factsOf } from "../explanation/explanation.ts";
import type { Tells } from "../explanation/explaining.ts";
import type { ReportStability } from "./schema.ts";

/** How often a capability breaks its consumers. */
export const tellStability: Tells<{ readonly stability: readonly ReportStability[] }> = {
  about: ["capability"],
  tell: ({ stability }, { id }) => {
    const found = stability.find((one) => one.capabilityId === id);
    if (found === undefined) return null;
    const { majorsPerYear } = found;
    const violations = found.violations ?? [];
    const taken = violations
      .slice(0, 5)
      .map(({ version, removedCount }) => `${version}: ${numberOf(removedCount)}`);
    return {
      facts: factsOf(
        [
          "majors",
          majorsPerYear === null
            ? null
            : `${majorsPerYear.value.toFixed(1)} a year over ${majorsPerYear.years.toFixed(1)} years`,
        ],
        ["names taken away without a major", taken.join(", ")],
      ),
      evidenceIds: violations.flatMap((one) => one.evidenceIds),
      places: [placeOf("stability", id)],
    };
  },
};
