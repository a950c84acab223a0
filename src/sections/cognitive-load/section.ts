import { z } from "zod";
import { assessCognitiveLoad } from "#insight/cognitive-load/assess-cognitive-load.ts";
import { components } from "../components/section.ts";
import { defineSection } from "../define-section.ts";
import { jobs } from "../jobs/section.ts";
import { organisation } from "../organisation/section.ts";
import { ownedShare } from "../ownership/owned-share.ts";
import { ownership } from "../ownership/section.ts";
import { listUnknowns } from "../unknown-entries.ts";
import { tellCognitiveLoad } from "./explain.ts";
import { mapCognitiveLoad } from "./present.ts";
import { cognitiveLoad as schema } from "./schema.ts";

export const cognitiveLoad = defineSection({
  name: "cognitiveLoad",
  noun: "team",
  schema: {
    cognitiveLoad: z.array(schema).describe("in the order of the teams: never ranked"),
  },
  needs: { organisation, components, jobs, ownership },
  conclude: ({ organisation: model, components: { sizes, runtimes, locked }, jobs: { index } }) =>
    assessCognitiveLoad({ organisation: model, jobs: index, sizes, runtimes, locked }),
  present: (result) => ({ cognitiveLoad: result.map(mapCognitiveLoad) }),
  n: ({ result }) => result.length,
  coverage: ({ found }) => ownedShare(found.ownership),
  unknown: ({ result }) => listUnknowns("cognitiveLoad", result),
  tells: tellCognitiveLoad,
});
