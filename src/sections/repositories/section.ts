import { z } from "zod";
import { sinceFreshStart } from "#model/fresh-starts.ts";
import { defineSection, ratio } from "../define-section.ts";
import { organisation } from "../organisation/section.ts";
import { begunAfresh } from "./begun-afresh.ts";
import { explainRepositories } from "./explain.ts";
import { manifestsNotRead } from "./manifests-not-read.ts";
import { mapRepository } from "./present.ts";
import { repository } from "./schema.ts";

export const repositories = defineSection({
  name: "repositories",
  noun: "repository",
  schema: { repositories: z.array(repository) },
  needs: { organisation },
  conclude: ({ repositories: read, model }) =>
    read.map((one) => sinceFreshStart(one, model.organisation.asOf)),
  present: (result, evidence, { organisation: { olderClones } }) => ({
    repositories: result.map((one) => mapRepository(one, olderClones ?? new Map(), evidence)),
  }),
  n: ({ result }) => result.length,
  coverage: ({ result, found }) => ratio(result.length, found.foundRepositoriesCount),
  blindSpots: ({ result, found }) => [
    ...manifestsNotRead(result),
    begunAfresh(found.repositories, result),
  ],
  explains: explainRepositories,
});
