import { defineSection, ratio } from "../define-section.ts";
import { mapOrganisation } from "./present.ts";
import { organisation as schema } from "./schema.ts";

export const organisation = defineSection({
  name: "organisation",
  noun: "repository",
  schema: { organisation: schema },
  needs: {},
  conclude: ({ model }) => model.organisation,
  present: (result, _, { repositories }) => ({
    organisation: mapOrganisation(result, repositories),
  }),
  n: ({ found }) => found.repositories.length,
  coverage: ({ found: { repositories, foundRepositoriesCount } }) =>
    ratio(repositories.length, foundRepositoriesCount),
});
