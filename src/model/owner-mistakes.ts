import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { codeownersFile } from "./code-owners.ts";
import type { Forge } from "./forges.ts";

/** What the forge of a repository cannot read of its CODEOWNERS file: once a file. */
export interface CodeownersMistake {
  /** Name of the repository. */
  readonly repository: string;
  readonly path: string;
  /** How many lines. */
  readonly count: number;
  /** Those whose owners count for nothing because the forge skips them whole. */
  readonly skippedCount: number;
  /** The first of them, and what is wrong with it. */
  readonly line: number;
  readonly text: string;
}

/** Lines that the forge of a repository cannot read, in the CODEOWNERS file that counts there. */
export function codeownersMistakes(
  repositories: readonly RepositoryEvidence[],
  forges: ReadonlyMap<string, Forge | null>,
): CodeownersMistake[] {
  return repositories.flatMap((repository) => {
    const found = codeownersFile(repository, forges.get(repository.id) ?? null);
    if (found === null) return [];
    const { file, dialect } = found;
    const mistaken = file.ownerRules.filter(
      ({ dialect: only, mistake }) =>
        mistake !== undefined && (only === undefined || only === dialect),
    );
    const [first] = mistaken;
    if (first === undefined) return [];
    return [
      {
        repository: repository.name,
        path: file.path,
        count: mistaken.length,
        skippedCount: mistaken.filter(({ isSkipped }) => isSkipped === true).length,
        line: first.line,
        text: first.mistake ?? "",
      },
    ];
  });
}
