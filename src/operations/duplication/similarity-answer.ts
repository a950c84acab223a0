import type { Similarity } from "#contract/similarity.ts";
import type { FoundCopy } from "#insight/duplication/similar/match-file.ts";
import { tellRegions, type Region } from "#insight/duplication/similar/tell-regions.ts";
import { digest } from "#kernel/ids.ts";
import type { CloneIndexReader } from "#ports/clone-store.ts";

type ReportedRegion = Similarity["regions"][number];
type ReportedCopy = ReportedRegion["copies"][number];

/** Far more than anybody reads: a bound on memory, and the counts say what lies beyond. */
const mostRegions = 20_000;
const mostCopies = 1000;

/** Where the code in question stands, as far as it is known. */
export interface OwnPlace {
  /** Number in the index; null: not among those indexed. */
  readonly repository: number | null;
  readonly owners: readonly string[] | null;
}

/** Whose a path of an indexed repository is: as the file itself says, else the nearest one by name. */
export function ownPlace(
  index: CloneIndexReader,
  repository: number | null,
  path: string,
): OwnPlace {
  if (repository === null) return { repository, owners: null };
  const at = index.lowerBound(repository, path);
  for (const file of [at, at - 1]) {
    if (file < 0 || file >= index.filesCount) continue;
    const row = index.row(file);
    if (row.repository === repository)
      return { repository, owners: index.about.places[row.place]?.owners ?? null };
  }
  return { repository, owners: null };
}

/** Turns copies found in the index into what is reported; `added` marks lines that a change brings in (1-based). */
export class SimilarityAnswer {
  private readonly index: CloneIndexReader;
  private readonly onlyElsewhere: boolean;
  private readonly regions: ReportedRegion[] = [];

  constructor(index: CloneIndexReader, onlyElsewhere: boolean) {
    this.index = index;
    this.onlyElsewhere = onlyElsewhere;
  }

  add(path: string, own: OwnPlace, copies: readonly FoundCopy[], added: Uint8Array | null): void {
    const owners = new Map<number, ReportedCopy>();
    const known = copies.map((copy) => {
      const place = owners.get(copy.file) ?? this.placeOf(copy, own);
      owners.set(copy.file, place);
      return { copy, place };
    });
    const kept = known.filter(({ place }) => !this.onlyElsewhere || place.isElsewhere);
    for (const region of tellRegions(kept.map(({ copy }) => copy))) {
      const addedLines = added === null ? null : countAdded(added, region);
      if (addedLines !== 0) this.regions.push(this.describe(path, region, owners, addedLines));
    }
  }

  take(): Pick<Similarity, "index" | "regions" | "regionsCount"> {
    const { madeAt, repositories, filesCount, linesCount } = this.index.about;
    const regions = this.regions.sort(
      (a, b) =>
        (b.addedLines ?? b.codeLines) - (a.addedLines ?? a.codeLines) ||
        b.codeLines - a.codeLines ||
        (a.path < b.path ? -1 : a.path > b.path ? 1 : a.start - b.start),
    );
    return {
      index: { madeAt, repositoriesCount: repositories.length, filesCount, linesCount },
      regions: regions.slice(0, mostRegions),
      regionsCount: regions.length,
    };
  }

  private describe(
    path: string,
    { start, end, codeLines, tokens, copies: found }: Region,
    places: ReadonlyMap<number, ReportedCopy>,
    addedLines: number | null,
  ): ReportedRegion {
    const copies = found
      .flatMap((copy) => {
        const place = places.get(copy.file);
        return place === undefined ? [] : [{ ...place, ...rangeOf(copy) }];
      })
      .sort((a, b) => Number(b.isElsewhere) - Number(a.isElsewhere) || b.similarity - a.similarity);
    const [first] = copies;
    return {
      id: `similar:${digest(path, first?.repositoryId ?? "", first?.path ?? "", start - end, first?.start ?? 0)}`,
      path,
      start,
      end,
      codeLines,
      tokens,
      addedLines,
      copies: copies.slice(0, mostCopies),
      copiesCount: copies.length,
    };
  }

  private placeOf(copy: FoundCopy, own: OwnPlace): ReportedCopy {
    const { index } = this;
    const row = index.row(copy.file);
    const repository = index.about.repositories[row.repository];
    const place = index.about.places[row.place];
    const owners = place?.owners ?? [];
    const isOwn =
      own.owners === null
        ? row.repository === own.repository
        : own.owners.join("\n") === owners.join("\n");
    return {
      repositoryId: repository?.id ?? "",
      componentId: place?.componentId ?? null,
      ownerIds: owners.filter((id) => id.startsWith("team:")),
      isElsewhere: !isOwn,
      path: index.pathOf(row),
      commit: repository?.commit ?? "",
      ...rangeOf(copy),
    };
  }
}

function rangeOf({ there, type, similarity, isWholeFile }: FoundCopy) {
  const kind: ReportedCopy["kind"] = isWholeFile ? "identical-file" : "code";
  return { start: there.start, end: there.end, kind, type, similarity };
}

function countAdded(added: Uint8Array, { start, end }: Region): number {
  let count = 0;
  for (let line = start; line <= end; line++) count += added[line] ?? 0;
  return count;
}
