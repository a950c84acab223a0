import { keysOf } from "#contract/keys.ts";
import { some } from "#kernel/phrases.ts";
import { escapedStep, placeOf } from "#kernel/reference.ts";
import { factsOf } from "../explanation/explanation.ts";
import type { Tells } from "../explanation/explaining.ts";
import type { ReportOwnership } from "./schema.ts";

/** What nobody answers for in a component. */
export const tellOwnership: Tells<{ readonly ownership: ReportOwnership }> = {
  about: ["component"],
  tell: ({ ownership: { findings } }, { id }) => {
    const keys = keysOf(findings);
    const own = findings.flatMap((one, index) =>
      one.componentId === id ? { one, key: keys[index] ?? "" } : [],
    );
    const words = own.map(({ one }) => `${one.kind}: ${one.text}`);
    return {
      facts: factsOf(["ownership", some(words, 5)]),
      evidenceIds: own.flatMap(({ one }) => one.evidenceIds),
      places: own.map(({ key }) => placeOf("ownership", null, `findings/${escapedStep(key)}`)),
    };
  },
};
