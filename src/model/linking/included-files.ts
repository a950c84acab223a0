import { appendAll } from "#kernel/lists-by-key.ts";
import type { Span } from "#evidence/moment.ts";
import { isPathGlob, matchesPathGlob } from "#evidence/path-glob.ts";
import type { FileHistory } from "#evidence/repository-evidence.ts";
import { folderOf } from "../units.ts";
import { overlap, type Stretch } from "./expand.ts";

interface TakenIn {
  readonly by: FileHistory;
  readonly spans: readonly Stretch[];
}

/**
 * Files that others take in count for the folders of those, as long as they are taken in: a list of requirements below
 * `deps/` is that of the program that names it, and where several name it, of each. A file that is a manifest by its own
 * name stays one where it lies as well.
 */
export function withIncluded(files: readonly FileHistory[]): FileHistory[] {
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
  return files.flatMap((file) => {
    const homes = homesOf(file, takenIn, new Set());
    const own = file.isTakenIn === true ? [] : [file];
    if (file.isTakenIn !== true) homes.delete(file.home ?? folderOf(file.path));
    const copies = [...homes].sort(([a], [b]) => (a < b ? -1 : 1));
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

/** Folders for which a file counts, and when; circles end where they close. */
function homesOf(
  file: FileHistory,
  takenIn: ReadonlyMap<string, readonly TakenIn[]>,
  seen: ReadonlySet<FileHistory>,
): Map<string, Stretch[]> {
  const homes = new Map<string, Stretch[]>();
  const add = (home: string, times: readonly Stretch[]): void => {
    appendAll(homes, home, times);
  };
  for (const { by, spans } of takenIn.get(`${file.path}\n${file.source}`) ?? []) {
    if (by === file || seen.has(by)) continue;
    if (by.isTakenIn !== true) add(by.home ?? folderOf(by.path), spans);
    else
      for (const [home, times] of homesOf(by, takenIn, new Set([...seen, file])))
        add(home, both(spans, times));
  }
  return homes;
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
