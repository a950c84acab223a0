import { withoutUserInfo } from "#evidence/user-info.ts";
import type { CollectedFacts, Use } from "../collected-facts.ts";
import { useRepository } from "../git-use.ts";
import { pathTarget } from "../manifest-path.ts";
import { withoutTrailingSlashes } from "../trailing-slashes.ts";

export interface ChartDraft {
  readonly name: string | null;
  readonly version: string | null;
  /** An address, `oci://…`, `file://…`, `git+https://…`, or `@alias` of one the reader has added; null: none is given. */
  readonly repository: string | null;
  readonly line: number;
  readonly scope?: Use["scope"];
}

/** A chart by its name and the registry that it comes from, `file://` in this repository. */
export function useChart(facts: CollectedFacts, path: string, draft: ChartDraft): void {
  const { name, line, scope = "runtime" } = draft;
  if (name === null || name === "") return;
  const repository = withoutTrailingSlashes(draft.repository?.trim() ?? "");
  const common = { scope, line, constraint: draft.version } as const;
  if (repository === "" || repository.startsWith("@") || repository.startsWith("alias:"))
    facts.use("helm", name, { ...common, ...(repository === "" ? {} : { origin: repository }) });
  else if (repository.startsWith("file://"))
    facts.use("helm", name, { ...common, ...pathTarget(path, repository.slice("file://".length)) });
  else if (repository.startsWith("git+")) useFromGit(facts, repository, common);
  else
    facts.use("helm", name, {
      ...common,
      qualifiers: { repository_url: withoutUser(repository) },
      origin: withoutUser(repository),
    });
}

/** helm-git's `git+https://github.com/acme/charts@charts/rail?ref=v1`. */
function useFromGit(facts: CollectedFacts, repository: string, use: Use): void {
  const address = repository.replace(/^git\+/, "");
  const marker = address.indexOf("@", address.indexOf("://") + 3);
  const query = address.indexOf("?");
  const end = query === -1 ? address.length : query;
  const isMarked =
    marker !== -1 && marker < end && /^[\w./-]{0,300}$/.test(address.slice(marker + 1, end));
  const plain = isMarked ? `${address.slice(0, marker)}//${address.slice(marker + 1)}` : address;
  if (!useRepository(facts, plain, use))
    facts.problem("unsupported", "chart from a git address that names no repository", use.line);
}

/** Addresses may carry a password. */
function withoutUser(address: string): string {
  return withoutUserInfo(address).slice(0, 300);
}
