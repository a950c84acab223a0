import type { ReportDuplication } from "#sections/duplication/schema.ts";
import { sarifText } from "./sarif-text.ts";

/**
 * A log of one run and one rule, whose results say where something is (SARIF 2.1.0, OASIS). `notices` say what the results lack
 * (3.20.21).
 */
export function sarifLog(
  version: string,
  rule: { readonly id: string; readonly text: string },
  results: readonly object[],
  notices: readonly string[] = [],
): object {
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
                id: rule.id,
                shortDescription: { text: rule.text },
                helpUri: "https://www.npmjs.com/package/fulcrum",
                defaultConfiguration: { level: "note" },
              },
            ],
          },
        },
        ...(notices.length === 0
          ? {}
          : {
              invocations: [
                {
                  executionSuccessful: true,
                  toolExecutionNotifications: notices.map((text) => ({
                    level: "note",
                    message: { text: sarifText(text) },
                  })),
                },
              ],
            }),
        columnKind: "utf16CodeUnits",
        results: results.map((one) => ({ ruleId: rule.id, ruleIndex: 0, level: "note", ...one })),
      },
    ],
  };
}

/** One result for each class, its first copy as the location, the others as related locations. */
export function duplicationSarif(
  classes: ReportDuplication["classes"],
  version: string,
  notices: readonly string[] = [],
): object {
  const rule = {
    id: "duplicated-between-owners",
    text: "The same code is kept by more than one owner.",
  };
  const results = classes.map((one) => ({
    message: {
      text: `${String(one.medianLines)} lines stand in ${String(one.copiesCount)} places, ${String(Math.round(one.similarity * 100))} % alike; one shared copy would save ${String(one.crossOwnerLines)} lines.`,
    },
    partialFingerprints: { "fulcrumCloneClass/v1": one.id },
    rank: Math.min(100, one.rank / 50),
    locations: one.copies.slice(0, 1).map(copyLocation),
    relatedLocations: one.copies
      .slice(1)
      .map((copy, index) => ({ id: index + 1, ...copyLocation(copy) })),
  }));
  return sarifLog(version, rule, results, notices);
}

interface Lines {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** Of another repository: its name stands before the path. */
export function copyLocation(copy: Lines & { readonly repositoryId: string }): object {
  const repository = copy.repositoryId.slice("repository:".length);
  return locationOf({ ...copy, path: `${repository}/${copy.path}` });
}

export function locationOf({ path, start, end }: Lines): object {
  const uri = path
    .replaceAll(/\p{Surrogate}/gu, "\uFFFD")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
  return {
    physicalLocation: { artifactLocation: { uri }, region: { startLine: start, endLine: end } },
  };
}
