import { some } from "#kernel/phrases.ts";
import { escapedStep, placeOf } from "#kernel/reference.ts";
import { factsOf } from "../explanation/explanation.ts";
import type { Tells } from "../explanation/explaining.ts";
import type { ReportSharedRisks } from "./schema.ts";

/** What a component shares with others that is at risk. */
export const tellSharedRisks: Tells<{ readonly sharedRisks: ReportSharedRisks }> = {
  about: ["component"],
  tell: ({ sharedRisks }, { id }) => {
    const risks = sharedRisks.risks.filter((one) => one.componentIds.includes(id));
    const titles = risks.map(({ title }) => title);
    return {
      facts: factsOf(["shared risks", some(titles, 5)]),
      places: risks.map((one) => placeOf("sharedRisks", null, `risks/${escapedStep(one.id)}`)),
    };
  },
};
