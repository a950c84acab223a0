import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { discoverRepositories, type FoundRepository } from "#sources/git/discover.ts";
import { locateRepository } from "#sources/git/locate.ts";
import { listRefs } from "#sources/git/refs.ts";
import type { GitLocation } from "#sources/git/run.ts";
import { createShadow } from "#sources/git/shadow.ts";
import { allSources } from "#sources/registry.ts";
import { readRepository } from "#sources/repository/read-repository.ts";
import type { ReadRequest } from "#sources/repository/read-request.ts";

const shadows = mkdtempSync(join(tmpdir(), "fulcrum-shadows-"));

/** The place of a repository with the shadow for its kind of object id; throws where it is refused. */
export async function locationOf(
  found: FoundRepository,
): Promise<{ location: GitLocation; refs: ReadRequest["refs"] }> {
  const paths = await locateRepository(found);
  if ("code" in paths) throw new Error(`${paths.code}: ${paths.text}`);
  const refs = await listRefs(paths.gitDir, paths.commonDir);
  const shadowDir = await createShadow(shadows, refs.head?.length === 64 ? "sha256" : "sha1");
  return { location: { ...paths, shadowDir }, refs };
}

/** Discover, locate, list and read, as an assessment does, with every source. */
export async function readFound(
  found: FoundRepository,
  earlier: RepositoryEvidence | null = null,
  more: Partial<ReadRequest> = {},
): Promise<RepositoryEvidence> {
  const { location, refs } = more;
  const place =
    location === undefined || refs === undefined ? await locationOf(found) : { location, refs };
  return readRepository({
    id: `repository:${found.name}`,
    name: found.name,
    ...place,
    sources: allSources,
    personKey: "key of the test",
    bots: [],
    earlier,
    ...more,
  });
}

/** Everything below the folder: what was read, or why not, by name. */
export async function readBelow(folder: string): Promise<Map<string, RepositoryEvidence | Error>> {
  const outcomes = new Map<string, RepositoryEvidence | Error>();
  const { repositories, problems } = await discoverRepositories(folder);
  for (const { where, code } of problems) outcomes.set(where, new Error(code));
  for (const found of repositories) {
    outcomes.set(
      found.name,
      await readFound(found).catch((error: unknown) =>
        error instanceof Error ? error : new Error(String(error)),
      ),
    );
  }
  return outcomes;
}

export function foundAt(folder: string, root: string, name = "bakery"): FoundRepository {
  return { folder, name, root };
}

/** Everything that evidence or an error says, to search in. */
export function textOf(outcome: RepositoryEvidence | Error | undefined): string {
  return inspect(outcome, { depth: 20, maxArrayLength: 10_000, maxStringLength: 10_000 });
}
