import { z } from "zod";
import { defineSection, ratio } from "../define-section.ts";
import { mapRepository } from "./present.ts";
import { repository } from "./schema.ts";

export const repositories = defineSection({
  name: "repositories",
  noun: "repository",
  schema: { repositories: z.array(repository) },
  present: (found) => ({ repositories: found.repositories.map(mapRepository) }),
  n: (found) => found.repositories.length,
  coverage: (found) => ratio(found.repositories.length, found.foundRepositories),
});
