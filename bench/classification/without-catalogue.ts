import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";

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
