import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { labelKey, type NamedOwner } from "./owners.ts";
import type { ListedRepositories } from "./listed-repositories.ts";
import { teamNameOf } from "./team-names.ts";
import { folderOf, nearest } from "./units.ts";

/**
 * Owners by repository and folder (see `labelKey`), as labels of charts and manifests tell. Labels of an application that is another
 * repository speak of that one; where the labels of one component name several teams, they say what is deployed from there, not whose it is.
 */
export function labelledOwners(
  repositories: readonly RepositoryEvidence[],
  foldersOf: (repository: RepositoryEvidence) => ReadonlySet<string>,
  index: ListedRepositories,
): ReadonlyMap<string, readonly NamedOwner[]> {
  const byKey = new Map<string, NamedOwner[]>();
  for (const repository of repositories) {
    const files = repository.headFiles.filter(({ entities }) =>
      entities.some(({ kind }) => kind === "Labels"),
    );
    if (files.length === 0) continue;
    const folders = foldersOf(repository);
    for (const { path, source, entities } of files)
      for (const { kind, name, owner, line } of entities) {
        if (kind !== "Labels" || owner === null) continue;
        const about = name === "" ? null : index.listed(name);
        const isOther = about !== null && about.id !== repository.id;
        const key = isOther
          ? labelKey(about.id, ".")
          : labelKey(repository.id, nearest(folderOf(path), folders));
        const list = byKey.get(key) ?? [];
        byKey.set(key, list);
        list.push({
          owner,
          ref: {
            source,
            repositoryId: repository.id,
            commit: repository.head?.commit ?? null,
            path,
            line,
            at: repository.head?.at ?? null,
            how: "declared",
            confidence: "medium",
            text: "label",
          },
        });
      }
  }
  return new Map(
    [...byKey].flatMap(([key, list]) => (isOneTeam(list) ? [[key, list.slice(0, 1)]] : [])),
  );
}

function isOneTeam(list: readonly NamedOwner[]): boolean {
  const ends = list.map(({ owner }) => {
    const name = teamNameOf(owner);
    return name === null || name === "person" ? "" : (name.path.at(-1) ?? "").replaceAll("-", "");
  });
  return new Set(ends).size === 1;
}
