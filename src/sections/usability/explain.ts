import { counted } from "#kernel/phrases.ts";
import { placeOf } from "#kernel/reference.ts";
import { findingSeverities } from "#vocabulary/declared.ts";
import { factsOf } from "../explanation/explanation.ts";
import type { Tells } from "../explanation/explaining.ts";
import type { ReportUsabilityFinding } from "./schema.ts";

const mostTold = 3;

/** What users stumble over in it, the worst first. */
export const tellUsability: Tells<{ readonly usability: readonly ReportUsabilityFinding[] }> = {
  about: ["component", "capability"],
  tell: ({ usability }, { id }) => {
    const open = usability.filter((one) => one.subjectId === id && one.resolvedAt === null);
    if (open.length === 0) return null;
    const worst = findingSeverities.find((severity) =>
      open.some((one) => one.severity === severity),
    );
    const count = open.filter(({ severity }) => severity === worst).length;
    return {
      facts: factsOf([
        "usability",
        `${counted(open.length, "open finding")}, ${count === open.length ? "" : `${String(count)} of them `}${worst ?? ""}: ${open
          .slice(0, mostTold)
          .map(({ finding }) => `“${finding}”`)
          .join(", ")}`,
      ]),
      evidenceIds: open.flatMap((one) => one.evidenceIds),
      places: open.slice(0, mostTold).map((one) => placeOf("usability", one.id)),
    };
  },
};
