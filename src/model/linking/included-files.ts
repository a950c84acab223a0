import { append } from "#kernel/lists-by-key.ts";
import type { Span } from "#evidence/moment.ts";
import { isPathGlob, matchesPathGlob } from "#evidence/path-glob.ts";
import type { FileHistory } from "#evidence/repository-evidence.ts";
import { folderOf } from "../units.ts";
import { CopyBudget } from "./copy-budget.ts";
import { overlap, partsOf, type Stretch } from "./expand.ts";

interface TakenIn {
  readonly by: FileHistory;
  readonly spans: readonly Stretch[];
}

/**
 * Files that others take in count for the folders of those, as long as they are taken in: a list of requirements below
 * `deps/` is that of the program that names it, and where several name it, of each. A file that is a manifest by its own
 * name stays one where it lies as well.
 */
export function withIncluded(
  files: readonly FileHistory[],
  budget = new CopyBudget(),
): FileHistory[] {
  const takenIn = new Map<string, TakenIn[]>();
  for (const by of files) {
    for (const { path, reader, spans } of by.includes ?? []) {
      const list = takenIn.get(`${path}\n${reader}`);
      if (list === undefined) takenIn.set(`${path}\n${reader}`, [{ by, spans }]);
      else list.push({ by, spans });
    }
  }
  if (takenIn.size === 0) return [...files];
  resolveGlobs(takenIn, files);
  const homesOf = homesOfTaken(files, takenIn, budget);
  return files.flatMap((file) => {
    const homes = new Map(homesOf.get(file));
    const own = file.isTakenIn === true ? [] : [file];
    if (file.isTakenIn !== true) homes.delete(file.home ?? folderOf(file.path));
    const copies = [...homes]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .filter(() => budget.allows(file));
    return [...own, ...copies.map(([home, times]) => during({ ...file, home }, times))];
  });
}

/** Who takes in by a glob takes in each file that fits it. */
function resolveGlobs(takenIn: Map<string, TakenIn[]>, files: readonly FileHistory[]): void {
  const globs = [...takenIn].filter(([key]) => isPathGlob(key));
  for (const [key, list] of globs) {
    const [glob = "", reader] = key.split("\n");
    for (const { path, source } of files) {
      if (source !== reader || !matchesPathGlob(glob, path)) continue;
      const known = takenIn.get(`${path}\n${source}`) ?? [];
      takenIn.set(`${path}\n${source}`, [...known, ...list]);
    }
  }
}

interface Taking {
  readonly file: FileHistory;
  readonly spans: readonly Stretch[];
}

/** A file that counts for a folder at times for which that was not known yet. */
interface Found {
  readonly file: FileHistory;
  readonly home: string;
  readonly times: readonly Stretch[];
}

/**
 * Folders for which each file counts, and when: those of the files that take it in, or for which these count. What is found of a file
 * is handed on to those that it takes in, each time once: where each of a hundred takes in both of the next two, there are more
 * ways from the first to the last than can be gone, and circles have no end.
 */
function homesOfTaken(
  files: readonly FileHistory[],
  takenIn: ReadonlyMap<string, readonly TakenIn[]>,
  budget: CopyBudget,
): ReadonlyMap<FileHistory, ReadonlyMap<string, readonly Stretch[]>> {
  const homes = new Map<FileHistory, Map<string, Stretch[]>>();
  const takes = new Map<FileHistory, Taking[]>();
  const found: Found[] = [];
  const add = (file: FileHistory, home: string, times: readonly Stretch[]): void => {
    let known = homes.get(file);
    if (known === undefined) homes.set(file, (known = new Map<string, Stretch[]>()));
    const before = known.get(home) ?? [];
    const fresh: Stretch[] = [];
    for (const time of times) for (const one of notIn(time, [...before, ...fresh])) fresh.push(one);
    if (fresh.length === 0 || !budget.allowsPlace()) return;
    known.set(home, [...before, ...fresh]);
    found.push({ file, home, times: fresh });
  };
  for (const file of files)
    for (const { by, spans } of takenIn.get(`${file.path}\n${file.source}`) ?? []) {
      if (by === file) continue;
      if (by.isTakenIn === true) append(takes, by, { file, spans });
      else add(file, by.home ?? folderOf(by.path), spans);
    }
  for (const { file: by, home, times } of found)
    for (const { file, spans } of takes.get(by) ?? []) add(file, home, both(spans, times));
  return homes;
}

/** The parts of a time that none of the others covers. */
function notIn(time: Stretch, others: readonly Stretch[]): readonly Stretch[] {
  if (others.length === 0) return [time];
  const spans = others.map(({ from, to }) => ({ from, to, value: "" }));
  return partsOf([{ name: "", spans }], time).filter(({ row }) => row === null);
}

function both(a: readonly Stretch[], b: readonly Stretch[]): Stretch[] {
  return a.flatMap((one) => b.flatMap((other) => overlap(one, other) ?? []));
}

/** What a file says, for as long as it is taken in. */
function during(file: FileHistory, times: readonly Stretch[]): FileHistory {
  const within = <Value>(spans: readonly Span<Value>[]): Span<Value>[] =>
    spans
      .flatMap((span) =>
        times.flatMap((time) => {
          const part = overlap(span, time);
          return part === null ? [] : [{ value: span.value, ...part }];
        }),
      )
      .sort((a, b) => a.from.at - b.from.at);
  return {
    ...file,
    spans: within(file.spans),
    packages: file.packages.flatMap((row) => kept(row, within(row.spans))),
    dependencies: file.dependencies.flatMap((row) => kept(row, within(row.spans))),
  };
}

function kept<Row, Value>(
  row: Row,
  spans: readonly Span<Value>[],
): (Row & { spans: readonly Span<Value>[] })[] {
  return spans.length === 0 ? [] : [{ ...row, spans }];
}
