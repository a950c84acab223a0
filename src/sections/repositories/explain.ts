import { dayOf, numberOf, percentOf, some } from "#kernel/phrases.ts";
import { placeOf } from "#kernel/reference.ts";
import { factsOf } from "../explanation/explanation.ts";
import { entryOf, namedSubjects, type Explains } from "../explanation/explaining.ts";
import type { ReportRepository } from "./schema.ts";

export const explainRepositories: Explains<{ readonly repositories: readonly ReportRepository[] }> =
  {
    kinds: ["repository"],
    subjects: ({ repositories }) => namedSubjects("repository", repositories),
    outline: ({ repositories }, subject, lookups) => {
      const repository = entryOf(repositories, subject);
      const components = lookups.components.filter((one) => one.repositoryId === repository.id);
      return {
        id: repository.id,
        kind: "repository",
        title: repository.name,
        facts: factsOf(
          ["default branch", repository.defaultBranch],
          ["head", repository.head],
          ["commits", numberOf(repository.commitCount)],
          ["last commit", repository.lastCommit === null ? null : dayOf(repository.lastCommit)],
          [
            "seen until",
            repository.seenUntilAt === null
              ? null
              : `${dayOf(repository.seenUntilAt)}: its clone is older than the others`,
          ],
          ["by bots", repository.botShare === null ? null : percentOf(repository.botShare)],
          ["shallow", repository.shallow ? "yes: history begins where the clone does" : null],
          ["not readable", some(repository.unreadable, 10)],
        ),
        reasons: [],
        related: components.map(({ id, name }) => ({ id, text: name })),
        evidenceIds: [...repository.evidenceIds, ...components.flatMap((one) => one.evidenceIds)],
        places: [placeOf("repositories", repository.id)],
        note: null,
      };
    },
  };
