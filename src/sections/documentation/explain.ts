import { counted, numberOf } from "#kernel/phrases.ts";
import { placeOf } from "#kernel/reference.ts";
import { factsOf } from "../explanation/explanation.ts";
import type { Tells } from "../explanation/explaining.ts";
import type { ReportDocumentation } from "./schema.ts";

/** How a capability is documented. */
export const tellDocumentation: Tells<{ readonly documentation: readonly ReportDocumentation[] }> =
  {
    about: ["capability"],
    tell: ({ documentation }, { id }) => {
      const found = documentation.find((one) => one.capabilityId === id);
      if (found === undefined) return null;
      return {
        facts: factsOf([
          "documentation",
          found.score === null
            ? null
            : `${found.score.toFixed(2)} of 1, over ${counted(found.n, "part")}${deadLinks(found)}`,
        ]),
        evidenceIds: found.parts.flatMap((one) => one.evidenceIds),
        places: [placeOf("documentation", id)],
      };
    },
  };

function deadLinks({ deadLinks: dead, linksCount }: ReportDocumentation): string {
  return dead.length === 0
    ? ""
    : `; ${numberOf(dead.length)} of ${numberOf(linksCount ?? 0)} links lead nowhere`;
}
