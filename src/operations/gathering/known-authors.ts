import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { handleKey } from "#sources/repository/author-handles.ts";

/** Is a name one that an author of any of the repositories goes by, or one that CODEOWNERS names as a person's? Asked by pseudonym: no name of theirs is kept. */
export function authorsOf(
  evidence: readonly RepositoryEvidence[],
  personKey: string,
): (name: string) => boolean {
  const handles = new Set(
    evidence.flatMap(({ authorHandles = [], ownersVersions = [] }) => [
      ...authorHandles,
      ...ownersVersions.flatMap(({ handles: named = [] }) => named),
    ]),
  );
  return (name) => handles.has(handleKey(personKey, name));
}
