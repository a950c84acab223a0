import type { ReportDuplication } from "#contract/report-duplication.ts";

/** SARIF 2.1.0 (OASIS): one result for each class, its first copy as the location, the others as related locations. */
export function duplicationSarif(classes: ReportDuplication["classes"], version: string): object {
  return {
    $schema:
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "fulcrum",
            version,
            informationUri: "https://www.npmjs.com/package/fulcrum",
            rules: [
              {
                id: "duplicated-between-owners",
                shortDescription: { text: "The same code is kept by more than one owner." },
                helpUri: "https://www.npmjs.com/package/fulcrum",
                defaultConfiguration: { level: "note" },
              },
            ],
          },
        },
        columnKind: "utf16CodeUnits",
        results: classes.map((one) => ({
          ruleId: "duplicated-between-owners",
          ruleIndex: 0,
          level: "note",
          message: {
            text: `${String(one.medianLines)} lines stand in ${String(one.copiesCount)} places, ${String(Math.round(one.similarity * 100))} % alike; one shared copy would save ${String(one.crossOwnerLines)} lines.`,
          },
          partialFingerprints: { "fulcrumCloneClass/v1": one.id },
          rank: Math.min(100, one.rank / 50),
          locations: one.copies.slice(0, 1).map(locationOf),
          relatedLocations: one.copies
            .slice(1)
            .map((copy, index) => ({ id: index + 1, ...locationOf(copy) })),
        })),
      },
    ],
  };
}

function locationOf(copy: ReportDuplication["classes"][number]["copies"][number]) {
  const repository = copy.repositoryId.slice("repository:".length);
  const uri = `${repository}/${copy.path}`
    .replaceAll(/\p{Surrogate}/gu, "\uFFFD")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
  return {
    physicalLocation: {
      artifactLocation: { uri },
      region: { startLine: copy.start, endLine: copy.end },
    },
  };
}
