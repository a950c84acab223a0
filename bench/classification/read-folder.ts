import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { buildOrganisation } from "#model/build-organisation.ts";
import { emptyConfiguration } from "#model/configuration.ts";
import { repositoryId } from "#model/identifiers.ts";
import { linkRepositories } from "#model/linking/link-repositories.ts";
import type { Organisation } from "#model/organisation.ts";
import { discoverRepositories } from "#sources/git/discover.ts";
import { locateRepository } from "#sources/git/locate.ts";
import { listRefs } from "#sources/git/refs.ts";
import { createShadow } from "#sources/git/shadow.ts";
import { allSources } from "#sources/registry.ts";
import { readRepository } from "#sources/repository/read-repository.ts";

/** The organisation in a folder of clones, built as if no catalogue stood in any of them. */
export async function readFolder(
  folder: string,
  report: (name: string) => void,
): Promise<Organisation> {
  const { repositories } = await discoverRepositories(folder);
  const scratch = await mkdtemp(join(tmpdir(), "fulcrum-classification-"));
  try {
    const shadowDir = await createShadow(scratch, "sha1");
    const evidence: RepositoryEvidence[] = [];
    for (const found of repositories) {
      const paths = await locateRepository(found);
      if ("code" in paths) throw new Error(`${found.name}: ${paths.text}`);
      const refs = await listRefs(paths.gitDir, paths.commonDir);
      evidence.push(
        withoutCatalogue(
          await readRepository({
            id: repositoryId(refs.remote, found.name),
            name: found.name,
            location: { ...paths, shadowDir },
            refs,
            sources: allSources,
            personKey: "classification",
            bots: [],
            earlier: null,
          }),
        ),
      );
      report(found.name);
    }
    const asOf = Math.max(0, ...evidence.map(({ head }) => head?.at ?? 0)) + 1;
    return buildOrganisation({
      name: "measured",
      asOf,
      repositories: linkRepositories(evidence),
      catalogues: [],
      configuration: emptyConfiguration,
    }).organisation;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** As if nothing told types and owners: no descriptors, labels or lists, neither named nor found by themselves. */
export function withoutCatalogue(evidence: RepositoryEvidence): RepositoryEvidence {
  const { ownersVersions = [], ...rest } = evidence;
  return {
    ...rest,
    headFiles: evidence.headFiles.map(({ lists: _, ...file }) => ({ ...file, entities: [] })),
    ownersVersions: ownersVersions.map((version) => ({ ...version, entities: [] })),
    files: evidence.files.map((file) => ({
      ...file,
      references: file.references.filter(({ reference }) => reference.how !== "catalogue"),
    })),
  };
}
