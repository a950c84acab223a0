import { defineSection, ratio } from "../define-section.ts";
import { mapOrganisation } from "./present.ts";
import { organisation as schema } from "./schema.ts";

export const organisation = defineSection({
  name: "organisation",
  noun: "repository",
  schema: { organisation: schema },
  present: ({ organisation: found, repositories }) => ({
    organisation: mapOrganisation(found, repositories),
  }),
  n: ({ repositories }) => repositories.length,
  coverage: ({ repositories, foundRepositories }) => ratio(repositories.length, foundRepositories),
});
