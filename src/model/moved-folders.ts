import { append } from "#kernel/lists-by-key.ts";
import type { FileHistory } from "#evidence/repository-evidence.ts";
import { homeOf } from "./folder-paths.ts";
import { unitEcosystems } from "./places.ts";

/** A word that a manifest of a folder and one of its later place have in common: each sign by itself, the surest first. */
const signs: readonly ((file: FileHistory, when: "first" | "last") => readonly string[])[] = [
  ({ packages }) => packages.map(({ purl }) => purl),
  ({ spans, path }, when) => {
    const object = (when === "last" ? spans.at(-1) : spans[0])?.value;
    return object === undefined ? [] : [`${object} ${lastWord(path)}`];
  },
  (file) => [lastWord(homeOf(file))],
];

/**
 * Folders that were moved: former folder → folder at the end. With the commit that took away all manifests of the one those of
 * the other came, of the same kind, and either they name the same package, or they are the same, or the folders are called alike.
 * Where several would fit nothing is said. `files`: those of one repository that exist; `charts` as in `unitsOf`.
 */
export function movedFolders(
  files: readonly FileHistory[],
  folders: ReadonlySet<string>,
  asOf: number,
  charts: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, string> {
  const makers = new Map<string, FileHistory[]>();
  for (const file of files) {
    const home = homeOf(file);
    if (home !== "." && folders.has(home) && isMaking(file, charts)) append(makers, home, file);
  }
  const moved = new Map<string, string>();
  for (const sign of signs) {
    const places = begunPlaces(makers, new Set(moved.values()), sign);
    const found = new Map<string, string[]>();
    for (const [folder, own] of makers) {
      const end = endOf(own, asOf);
      if (moved.has(folder) || end === null) continue;
      const next = new Set(
        own
          .flatMap((file) => wordsOf(end, file, sign(file, "last")))
          .flatMap((word) => places.get(word) ?? []),
      );
      next.delete(folder);
      const [only, further] = next;
      if (only !== undefined && further === undefined) append(found, only, folder);
    }
    for (const [folder, [former, further]] of found)
      if (former !== undefined && further === undefined) moved.set(former, folder);
  }
  return toLast(moved);
}

/** Where each came to lie in the end. Clocks that go back can make a circle of moves: of those in it nothing is said. */
function toLast(moved: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const known = new Map<string, string | null>();
  for (const former of moved.keys()) {
    const way = new Set<string>();
    let at = former;
    for (let next = moved.get(at); next !== undefined; next = moved.get(at)) {
      if (known.has(at) || way.has(at)) break;
      way.add(at);
      at = next;
    }
    const last = known.get(at) ?? (moved.has(at) ? null : at);
    for (const folder of way) known.set(folder, last);
  }
  return new Map(
    [...known].flatMap(([folder, last]) => (last === null ? [] : [[folder, last] as const])),
  );
}

/** One of them may be where it is looked from; of two others nothing is said, however many more there are. */
const enoughPlaces = 3;

/** Folders by each commit with which they began, and a word of a manifest of then; those that were found already are left out. */
function begunPlaces(
  makers: ReadonlyMap<string, readonly FileHistory[]>,
  taken: ReadonlySet<string>,
  sign: (typeof signs)[number],
): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>();
  for (const [folder, files] of makers) {
    if (taken.has(folder)) continue;
    const words = files.flatMap((file) => wordsOf(beginOf(files), file, sign(file, "first")));
    for (const word of new Set(words))
      if ((places.get(word)?.length ?? 0) < enoughPlaces) append(places, word, folder);
  }
  return places;
}

function wordsOf(commit: string, { source }: FileHistory, words: readonly string[]): string[] {
  return words.map((word) => `${commit}\n${source}\n${word}`);
}

function isMaking({ packages, dependencies }: FileHistory, charts: ReadonlySet<string>): boolean {
  return [...packages, ...dependencies].some(
    ({ purl }) => unitEcosystems.test(purl) || charts.has(purl),
  );
}

/** The commit of the first of them. */
function beginOf(files: readonly FileHistory[]): string {
  let first: { readonly at: number; readonly commit: string } | undefined;
  for (const { spans } of files) {
    const from = spans[0]?.from;
    if (from !== undefined && (first === undefined || from.at < first.at)) first = from;
  }
  return first?.commit ?? "";
}

/** The commit that ended the last of them; null: one is there. */
function endOf(files: readonly FileHistory[], asOf: number): string | null {
  let last: { readonly at: number; readonly commit: string } | null = null;
  for (const { spans } of files) {
    const to = spans.at(-1)?.to ?? null;
    if (to === null || to.at >= asOf) return null;
    if (last === null || to.at >= last.at) last = to;
  }
  return last?.commit ?? null;
}

function lastWord(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
