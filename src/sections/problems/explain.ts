import type { ProblemItem } from "#contract/primitives.ts";
import type { Tells } from "../explanation/explaining.ts";

/** What could not be read in a repository. */
export const tellProblems: Tells<{ readonly problems: readonly ProblemItem[] }> = {
  about: ["repository"],
  tell: ({ problems }, { id, name }) => ({
    reasons: problems
      .filter(({ where }) => where === name || where.startsWith(`${name} `) || where === id)
      .map(({ where, text, needs }) => `${where}: ${text} ${needs}`),
  }),
};
