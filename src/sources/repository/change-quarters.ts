import {
  churnSeconds,
  quarterOf,
  startOfQuarter,
  type ChangeHistory,
  type ChangeQuarter,
  type ChangeRecord,
  type ClockDisorder,
} from "#evidence/change-quarters.ts";
import { isForeignPath } from "#evidence/foreign-path.ts";
import { languageOf } from "#evidence/languages.ts";
import { isReleaseFile } from "#evidence/release-file.ts";
import type { FileHistory } from "#evidence/repository-evidence.ts";
import { quantileOf } from "#kernel/stats-summary.ts";
import type { ObjectBatch } from "../git/object-batch.ts";
import { changeColumns } from "./change-columns.ts";
import { changeKinds } from "./change-kinds.ts";
import { clockDisorder, cutsCleanly } from "./clock.ts";
import { NeedsWholeHistory } from "./continuation.ts";
import { decodeText } from "./decode-text.ts";
import { folderOf, nearestRoot } from "./folders.ts";
import { linesGone } from "./line-counts.ts";
import type { Mainline } from "./walk.ts";
import { writtenColumns } from "./written-columns.ts";

/** The quarter of HEAD and the twelve before it. */
const mostQuarters = 13;
/** File changes whose lines are compared, of each folder and quarter: those with the smallest object ids, which are as good as drawn. */
const sampleSize = 16;
const hotFiles = 10;
const largestFile = 512 * 1024;

export interface ChangeRequest {
  readonly mainline: Mainline;
  /** Folders with a manifest. */
  readonly roots: ReadonlySet<string>;
  /** As read, those of earlier readings with what is new. */
  readonly files: readonly FileHistory[];
  readonly head: number;
  readonly earlier: { readonly history: ChangeHistory; readonly head: number } | null;
}

interface Cell {
  readonly folder: string;
  readonly quarter: number;
  readonly commits: Set<string>;
  readonly changes: ChangeRecord[];
  /** Changes of each path and its last object, by people and programs. */
  readonly paths: Map<string, { count: number; object: string | null }>;
  returnsCount: number;
  sampledCount: number;
  linesAdded: number;
  linesGone: number;
  readonly sizes: number[];
}

/**
 * What changed in each of the newest quarters. Blobs are asked for of a bounded sample only. Goes on from an earlier reading
 * with the same result as a whole one; throws `NeedsWholeHistory` where clocks ran backwards too far for that.
 */
export function askForChangeQuarters(
  batch: ObjectBatch,
  request: ChangeRequest,
): () => ChangeHistory {
  const { mainline, head, earlier } = request;
  const newest = quarterOf(head);
  const oldest = newest - mostQuarters + 1;
  const since = earlier === null ? oldest : Math.max(oldest, firstOpen(earlier.head));
  const disorder = disorderOf(request);
  if (earlier !== null)
    for (const quarter of [oldest, firstOpen(earlier.head)])
      if (!cutsCleanly(disorder ?? undefined, startOfQuarter(quarter) - churnSeconds))
        throw new NeedsWholeHistory("clocks went back where the reading would be taken up");
  const records = [...(earlier?.history.tail ?? []), ...freshChanges(request, since)];
  const versions = byPath(records);
  const cells = cellsOf(records, versions, since, newest, request.roots);
  for (const cell of cells.values()) {
    sampleLines(batch, cell, versions);
    measureHotFiles(batch, cell);
  }
  return () => {
    const kept = (earlier?.history.quarters ?? []).filter(
      ({ quarter }) => quarter >= oldest && quarter < since,
    );
    const quarters = [...kept, ...[...cells.values()].map(summarise)].sort((a, b) =>
      a.folder < b.folder ? -1 : a.folder > b.folder ? 1 : a.quarter - b.quarter,
    );
    const from = startOfQuarter(Math.max(oldest, firstOpen(head))) - churnSeconds;
    const tail = records.filter(({ at }) => at >= from);
    const { files } = request;
    const kinds = changeKinds(mainline, earlier?.history.kinds ?? [], { oldest, files });
    const columns = changeColumns(mainline, earlier?.history.columns, oldest);
    const written = writtenColumns(mainline, earlier?.history.written, oldest);
    return { quarters, kinds, tail, columns, written, ...(disorder === null ? {} : { disorder }) };
  };
}

function disorderOf({ mainline, earlier }: ChangeRequest): ClockDisorder | null {
  const times = mainline.ids.map((_, position) => mainline.momentAt(position).at);
  return clockDisorder(times, earlier?.history.disorder ?? null, earlier?.head ?? 0);
}

/** The first quarter in which a line written may still be rewritten in time. */
function firstOpen(head: number): number {
  return quarterOf(head - churnSeconds);
}

/** Versions of code files since 21 days before the first quarter wanted, in the order of the mainline. */
function freshChanges({ mainline, earlier }: ChangeRequest, since: number): ChangeRecord[] {
  const from = startOfQuarter(since) - churnSeconds;
  const found: (ChangeRecord & { readonly position: number })[] = [];
  for (const { path, positions, objects, before } of mainline.revisions.values()) {
    if (!isCode(path)) continue;
    for (const [index, position] of positions.entries()) {
      const { commit, at } = mainline.momentAt(position);
      // Earlier than anything that a reading of these quarters could have settled.
      if (earlier !== null && at < startOfQuarter(since) + churnSeconds)
        throw new NeedsWholeHistory(path);
      if (at < from) continue;
      const previous = index === 0 ? before : (objects[index - 1] ?? null);
      const object = objects[index] ?? null;
      const isHuman = mainline.isHuman[position] === 1;
      found.push({ path, commit, at, object, previous, isHuman, position });
    }
  }
  return found
    .sort((a, b) => a.position - b.position || (a.path < b.path ? -1 : 1))
    .map(({ position: _, ...record }) => record);
}

function isCode(path: string): boolean {
  const kind = languageOf(path)?.kind;
  return (kind === "code" || kind === "template" || kind === "style") && !isForeignPath(path);
}

function byPath(records: readonly ChangeRecord[]): Map<string, ChangeRecord[]> {
  const found = new Map<string, ChangeRecord[]>();
  for (const record of records) {
    const list = found.get(record.path);
    if (list === undefined) found.set(record.path, [record]);
    else list.push(record);
  }
  return found;
}

function cellsOf(
  records: readonly ChangeRecord[],
  versions: ReadonlyMap<string, readonly ChangeRecord[]>,
  since: number,
  newest: number,
  roots: ReadonlySet<string>,
): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  const seen = new Map<string, number>();
  for (const record of records) {
    const { path, at, commit, object, isHuman } = record;
    const index = seen.get(path) ?? 0;
    seen.set(path, index + 1);
    const quarter = quarterOf(at);
    if (quarter < since || quarter > newest) continue;
    const folder = nearestRoot(folderOf(path), roots);
    const cell = cellAt(cells, folder, quarter);
    if (isHuman) cell.commits.add(commit);
    // Two releases in three weeks, or two versions taken, are no work done again.
    if (isReleaseFile(path)) continue;
    const known = cell.paths.get(path);
    cell.paths.set(path, { count: (known?.count ?? 0) + 1, object });
    if (!isHuman || object === null) continue;
    cell.changes.push(record);
    const before = versions.get(path)?.[index - 1];
    if (before !== undefined && at - before.at <= churnSeconds) cell.returnsCount++;
  }
  return cells;
}

function cellAt(cells: Map<string, Cell>, folder: string, quarter: number): Cell {
  const key = `${folder}\n${String(quarter)}`;
  let cell = cells.get(key);
  if (cell === undefined) {
    cell = {
      folder,
      quarter,
      commits: new Set(),
      changes: [],
      paths: new Map(),
      returnsCount: 0,
      sampledCount: 0,
      linesAdded: 0,
      linesGone: 0,
      sizes: [],
    };
    cells.set(key, cell);
  }
  return cell;
}

/** Asks for three versions of each change drawn: before it, its own, and the last one of the 21 days after. */
function sampleLines(
  batch: ObjectBatch,
  cell: Cell,
  versions: ReadonlyMap<string, readonly ChangeRecord[]>,
): void {
  const drawn = cell.changes
    .toSorted(
      (a, b) => compare(a.object ?? "", b.object ?? "") || compare(a.path, b.path) || a.at - b.at,
    )
    .slice(0, sampleSize);
  for (const record of drawn) {
    const own = versions.get(record.path) ?? [];
    const later = own
      .slice(own.indexOf(record) + 1)
      .findLast((one) => one.at <= record.at + churnSeconds);
    const objects = [
      record.previous,
      record.object,
      later === undefined ? record.object : later.object,
    ];
    const asked = [...new Set(objects.filter((object) => object !== null))];
    const texts = new Map<string | null, string | null>([[null, ""]]);
    batch.ask(asked, (index, content) => {
      const isReadable = content !== null && content.length <= largestFile;
      texts.set(asked[index] ?? null, isReadable ? decodeText(content) : null);
      if (index < asked.length - 1) return;
      const [before, after, last] = objects.map((object) => texts.get(object) ?? null);
      if (before == null || after == null || last == null) return;
      const { added, gone } = linesGone(before, after, last);
      cell.sampledCount++;
      cell.linesAdded += added;
      cell.linesGone += gone;
    });
  }
}

function measureHotFiles(batch: ObjectBatch, cell: Cell): void {
  const hot = [...cell.paths]
    .flatMap(([path, { count, object }]) => (object === null ? [] : [{ path, count, object }]))
    .sort((a, b) => b.count - a.count || compare(a.path, b.path))
    .slice(0, hotFiles);
  batch.ask(
    hot.map(({ object }) => object),
    (_, content) => {
      if (content === null) return;
      let lines = 0;
      for (let at = content.indexOf(10); at !== -1; at = content.indexOf(10, at + 1)) lines++;
      cell.sizes.push(lines);
    },
  );
}

function summarise(cell: Cell): ChangeQuarter {
  return {
    folder: cell.folder,
    quarter: cell.quarter,
    humanChanges: [...cell.commits].map(numberOfCommit),
    fileChangesCount: cell.changes.length,
    returnsCount: cell.returnsCount,
    sampledCount: cell.sampledCount,
    linesAdded: cell.linesAdded,
    linesGone: cell.linesGone,
    hotFileLines: cell.sizes.length === 0 ? null : quantileOf(cell.sizes, 0.5),
    hotFilesCount: cell.sizes.length,
  };
}

/** The first 48 bits of its id: of a million commits two are alike once in 500 repositories, and a number keeps small. */
function numberOfCommit(id: string): number {
  return Number.parseInt(id.slice(0, 12), 16);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
