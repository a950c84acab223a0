import type { FreshStart, RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { Mainline } from "./walk.ts";

/** Raised when the same history would be answered otherwise. */
export const freshStartVersion = 1;

/** The fresh start of a repository; `earlier`: what was read of it before, of which the mainline goes on. */
export function freshStartIn(
  { sizes, momentAt, graph, introduced, people }: Mainline,
  earlier: RepositoryEvidence | null,
): { readonly freshStart?: FreshStart } {
  const position = sizes.freshStart(earlier?.headPathsCount ?? 0);
  if (position === null)
    return earlier?.freshStart === undefined ? {} : { freshStart: earlier.freshStart };
  // What was read before lies below the mainline's first commit: all of it is built on.
  let commitsCount = earlier?.commitsCount ?? 0;
  let botCommitsCount = earlier?.botCommitsCount ?? 0;
  for (const [commit, by] of introduced.entries()) {
    if (by < 0 || by >= position) continue;
    commitsCount++;
    if (people.isBot[graph.authorIndex[commit] ?? 0] === true) botCommitsCount++;
  }
  return {
    freshStart: {
      ...momentAt(position),
      before: {
        commitsCount,
        botCommitsCount,
        mainlineCommitsCount: (earlier?.mainlineCommitsCount ?? 0) + position,
      },
    },
  };
}
