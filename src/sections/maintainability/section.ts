import { defineSection, ratio } from "../define-section.ts";
import { judgedComponents } from "../ownership/owned-share.ts";
import { unknownEntries } from "../unknown-entries.ts";
import { mapMaintainability } from "./present.ts";
import { maintainability as schema } from "./schema.ts";

export const maintainability = defineSection({
  name: "maintainability",
  noun: "commit",
  schema: { maintainability: schema },
  present: ({ measures }, evidence) => ({
    maintainability: mapMaintainability(measures.maintainability, evidence),
  }),
  n: ({ measures }) =>
    (measures.maintainability.scopes[0]?.quarters ?? []).reduce(
      (sum, one) => sum + one.throughput,
      0,
    ),
  coverage: ({ measures }) =>
    ratio(
      measures.maintainability.scopes.filter(({ kind }) => kind === "component").length,
      judgedComponents(measures.ownership),
    ),
  unknown: ({ measures }) => unknownEntries("/maintainability", measures.maintainability.unknown),
});
