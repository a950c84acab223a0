import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { codeownersFile } from "./code-owners.ts";
import type { Forge } from "./forges.ts";

export interface CodeownersMistake {
  /** Name of the repository. */
  readonly repository: string;
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly isSkipped: boolean;
}

const mostOfOneFile = 20;

/** Lines that the forge of a repository cannot read, in the CODEOWNERS file that counts there. */
export function codeownersMistakes(
  repositories: readonly RepositoryEvidence[],
  forges: ReadonlyMap<string, Forge | null>,
): CodeownersMistake[] {
  return repositories.flatMap((repository) => {
    const found = codeownersFile(repository, forges.get(repository.id) ?? null);
    if (found === null) return [];
    const { file, dialect } = found;
    return file.ownerRules
      .filter(({ dialect: only }) => only === undefined || only === dialect)
      .flatMap(({ mistake, line, isSkipped = false }) =>
        mistake === undefined
          ? []
          : [{ repository: repository.name, path: file.path, line, text: mistake, isSkipped }],
      )
      .slice(0, mostOfOneFile);
  });
}
