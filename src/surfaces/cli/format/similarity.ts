import type { Similarity } from "#contract/similarity.ts";
import type { Column } from "./table.ts";

type Region = Similarity["regions"][number];

/** One copy of one stretch. */
export interface SimilarRow {
  readonly region: Region;
  readonly copy: Region["copies"][number];
}

/** Of a stretch that stands in a dozen places the first few say enough; the other formats have them all. */
const copiesShown = 3;

export function similarRows({ regions }: Similarity, withAll: boolean): SimilarRow[] {
  return regions.flatMap((region) =>
    region.copies.slice(0, withAll ? undefined : copiesShown).map((copy) => ({ region, copy })),
  );
}

export function similarColumns({ change }: Similarity): Column<SimilarRow>[] {
  const added: Column<SimilarRow> = {
    title: "Added",
    cell: ({ region }) => String(region.addedLines ?? ""),
    align: "right",
  };
  return [
    ...(change === null ? [] : [added]),
    { title: "Lines", cell: ({ region }) => String(region.codeLines), align: "right", dropAt: 3 },
    {
      title: "Alike",
      cell: ({ copy }) => `${String(Math.round(copy.similarity * 100))} %`,
      align: "right",
    },
    {
      title: change === null ? "Lines here" : "Here",
      cell: ({ region }) => `${change === null ? "" : `${region.path}:`}${rangeOf(region)}`,
      least: 12,
    },
    { title: "Stands in", cell: ({ copy }) => placeOf(copy), least: 24 },
    { title: "Owner", cell: ({ copy }) => ownersOf(copy), least: 12, dropAt: 2 },
  ];
}

const words: Readonly<Record<string, string>> = {
  "unknown-language": "its name says no language that is known (--as NAME names one)",
  "too-large": "it is larger than 2 MB",
  "too-short": "it is shorter than anything that counts as copied",
  empty: "it is empty",
  binary: "it is binary",
  minified: "it is minified",
  generated: "it says that it is generated",
  vendored: "it is vendored",
  "lock-file": "it is a lock file",
  fixture: "it is a test fixture",
  data: "it is data",
  unreadable: "it cannot be read",
  "too-many": "the change has too many files",
};

export function wordsOfReason(reason: string): string {
  return words[reason] ?? reason;
}

function placeOf(copy: SimilarRow["copy"]): string {
  const name = copy.repositoryId
    .slice(copy.repositoryId.lastIndexOf("/") + 1)
    .replace(/^repository:/, "");
  return `${name}:${copy.path}:${rangeOf(copy)}`;
}

function ownersOf({ ownerIds, isElsewhere }: SimilarRow["copy"]): string {
  if (!isElsewhere) return "the same";
  return ownerIds.map((id) => id.slice("team:".length)).join(", ");
}

function rangeOf({ start, end }: { readonly start: number; readonly end: number }): string {
  return `${String(start)}-${String(end)}`;
}
