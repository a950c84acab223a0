import { defineSection } from "../define-section.ts";
import { unknownEntries } from "../unknown-entries.ts";
import { judgedComponents, ownedShare } from "./owned-share.ts";
import { mapOwnership } from "./present.ts";
import { ownership as schema } from "./schema.ts";

export const ownership = defineSection({
  name: "ownership",
  noun: "component",
  schema: { ownership: schema },
  present: ({ measures }, evidence) => ({
    ownership: mapOwnership(measures.ownership, evidence),
  }),
  n: ({ measures }) => judgedComponents(measures.ownership),
  coverage: ({ measures }) => ownedShare(measures.ownership),
  unknown: ({ measures }) => unknownEntries("/ownership", measures.ownership.unknown),
});
