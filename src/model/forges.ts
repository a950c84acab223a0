import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";

export type Forge = "github" | "gitlab" | "bitbucket";

const hosts: readonly (readonly [Forge, RegExp])[] = [
  ["github", /(?:^|[.-])(?:github|ghe)(?:[.-]|$)/],
  ["gitlab", /(?:^|[.-])gitlab(?:[.-]|$)/],
  ["bitbucket", /(?:^|[.-])bitbucket(?:[.-]|$)/],
];

/** What runs says more than a folder that may be left over from another forge. */
const marks: readonly (readonly [Forge, RegExp])[] = [
  ["gitlab", /^\.gitlab-ci\.ya?ml$/],
  ["github", /^\.github\/workflows\//],
  ["bitbucket", /^bitbucket-pipelines\.ya?ml$/],
  ["gitlab", /^\.gitlab\//],
  ["github", /^\.github\//],
  ["bitbucket", /^\.bitbucket\//],
];

/**
 * Which forge keeps each repository, by id: told by the host's name, else by files that only one forge reads, in the repository or
 * in most others of its host. Null where nothing tells.
 */
export function forgesOf(
  repositories: readonly RepositoryEvidence[],
): ReadonlyMap<string, Forge | null> {
  const byHost = new Map<string, Map<Forge, number>>();
  const marked = new Map<string, Forge | null>();
  for (const repository of repositories) {
    const forge = forgeByMarks(repository);
    marked.set(repository.id, forge);
    const host = hostOf(repository);
    if (forge === null || host === null) continue;
    const counts = byHost.get(host) ?? new Map<Forge, number>();
    byHost.set(host, counts.set(forge, (counts.get(forge) ?? 0) + 1));
  }
  return new Map(
    repositories.map((repository) => {
      const host = hostOf(repository);
      const named = hosts.find(([, name]) => host !== null && name.test(host))?.[0];
      const common = [...(byHost.get(host ?? "") ?? [])].sort((a, b) => b[1] - a[1])[0]?.[0];
      return [repository.id, named ?? common ?? marked.get(repository.id) ?? null];
    }),
  );
}

function hostOf({ remote }: RepositoryEvidence): string | null {
  return remote?.split("/")[0]?.toLowerCase() ?? null;
}

function forgeByMarks({ files, headFiles, fileChanges }: RepositoryEvidence): Forge | null {
  const isMarked = (mark: RegExp): boolean =>
    files.some(({ path }) => mark.test(path)) ||
    headFiles.some(({ path }) => mark.test(path)) ||
    fileChanges.paths.some((path) => mark.test(path));
  return marks.find(([, mark]) => isMarked(mark))?.[0] ?? null;
}
