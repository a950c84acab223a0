import { withVersionsInUse } from "#insight/adoption/versions-in-use.ts";
import { sinceFreshStart } from "#model/fresh-starts.ts";
import { defineSection, ratio } from "../define-section.ts";
import { organisationInvariants } from "./integrity.ts";
import { mapOrganisation } from "./present.ts";
import { organisation as schema } from "./schema.ts";

export const organisation = defineSection({
  name: "organisation",
  noun: "repository",
  schema: { organisation: schema },
  needs: {},
  conclude: ({ model }) => withVersionsInUse(model.organisation),
  present: (result, _, { repositories, asked }) => ({
    organisation: mapOrganisation(
      result,
      repositories.map((one) => sinceFreshStart(one, result.asOf)),
      asked,
    ),
  }),
  n: ({ found }) => found.repositories.length,
  coverage: ({ found: { repositories, foundRepositoriesCount } }) =>
    ratio(repositories.length, foundRepositoriesCount),
  integrity: organisationInvariants,
});
