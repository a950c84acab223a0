import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";

/**
 * What a repository is called, without its owner: the last word of its address, for rules that go by names. People clone into
 * folders of any name; only without a remote the folder's has to do.
 */
export function repositoryWord({
  remote,
  name,
}: Pick<RepositoryEvidence, "remote" | "name">): string {
  const path = remote ?? name;
  return path.slice(path.lastIndexOf("/") + 1);
}
