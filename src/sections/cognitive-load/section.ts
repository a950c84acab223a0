import { z } from "zod";
import { defineSection } from "../define-section.ts";
import { ownedShare } from "../ownership/owned-share.ts";
import { listUnknowns } from "../unknown-entries.ts";
import { mapCognitiveLoad } from "./present.ts";
import { cognitiveLoad as schema } from "./schema.ts";

export const cognitiveLoad = defineSection({
  name: "cognitiveLoad",
  noun: "team",
  schema: {
    cognitiveLoad: z.array(schema).describe("in the order of the teams: never ranked"),
  },
  present: ({ measures }) => ({ cognitiveLoad: measures.cognitiveLoad.map(mapCognitiveLoad) }),
  n: ({ measures }) => measures.cognitiveLoad.length,
  coverage: ({ measures }) => ownedShare(measures.ownership),
  unknown: ({ measures }) => listUnknowns("cognitiveLoad", measures.cognitiveLoad),
});
