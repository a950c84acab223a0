import { numberOf } from "#kernel/phrases.ts";
import { placeOf } from "#kernel/reference.ts";
import { factsOf } from "../explanation/explanation.ts";
import type { Tells } from "../explanation/explaining.ts";
import type { ReportCognitiveLoad } from "./schema.ts";

/** What a team must know. */
export const tellCognitiveLoad: Tells<{ readonly cognitiveLoad: readonly ReportCognitiveLoad[] }> =
  {
    about: ["team"],
    tell: ({ cognitiveLoad }, { id }) => {
      const known = cognitiveLoad.find((one) => one.teamId === id);
      if (known === undefined) return null;
      const parts = known.dimensions
        .filter(({ count }) => count > 0)
        .map(({ dimension, count }) => `${numberOf(count)} ${dimension}`);
      return {
        facts: factsOf(["must know", `${numberOf(known.itemsCount)}: ${parts.join(", ")}`]),
        places: [placeOf("cognitiveLoad", id)],
      };
    },
  };
