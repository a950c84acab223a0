import type { Similarity } from "#contract/similarity.ts";
import { sarifText } from "./sarif-text.ts";
import { copyLocation, locationOf, sarifLog } from "./sarif.ts";

type Region = Similarity["regions"][number];

/** SARIF 2.1.0: one result for each stretch, where it stands here; its copies as related locations. */
export function similaritySarif(
  { regions }: Similarity,
  version: string,
  notices: readonly string[] = [],
): object {
  const rule = {
    id: "stands-elsewhere",
    text: "The same code stands elsewhere in the organisation.",
  };
  return sarifLog(version, rule, regions.map(resultOf), notices);
}

function resultOf(region: Region) {
  const [first] = region.copies;
  const likeness = Math.round((first?.similarity ?? 0) * 100);
  const others = region.copiesCount === 1 ? "one place" : `${String(region.copiesCount)} places`;
  const added = region.addedLines === null ? "" : `, ${String(region.addedLines)} of them added`;
  return {
    message: {
      text: `${String(region.codeLines)} lines${added}, stand in ${others} elsewhere too, up to ${String(likeness)} % alike: first in ${first === undefined ? "" : `${sarifText(nameOf(first.repositoryId))}, ${sarifText(first.path)}, line ${String(first.start)}`}.`,
    },
    partialFingerprints: { "fulcrumSimilar/v1": region.id },
    locations: [locationOf(region)],
    relatedLocations: region.copies.map((copy, index) => ({
      id: index + 1,
      ...copyLocation(copy),
    })),
  };
}

function nameOf(repositoryId: string): string {
  return repositoryId.slice("repository:".length);
}
