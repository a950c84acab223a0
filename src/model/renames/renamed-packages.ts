import { appendAll } from "#kernel/lists-by-key.ts";
import type { Moment } from "#evidence/moment.ts";
import type { BuiltComponent } from "../components.ts";
import { mentionsIn } from "../consumptions.ts";
import { continuationDays, joinUses, type Use } from "../spans.ts";
import { bareName, isSameThing, type BareName } from "../bare-name.ts";

/** One package given up for another with the same bare name, as so many components did. */
export interface RenamedPackage {
  readonly from: string;
  readonly to: string;
  readonly components: number;
}

interface Known extends BareName {
  readonly purl: string;
  readonly uses: readonly Use[];
}

export interface Renames {
  /** The most often seen first. */
  readonly renamed: readonly RenamedPackage[];
  /** Names that nobody here is known by, which came after one of ours and before another → that one. */
  readonly between: ReadonlyMap<string, string>;
}

/**
 * Packages that components gave up for another of the same bare name: removed and added in one commit, or no more than 90
 * days apart. Of names for which `isOurs` does not hold only those between two of ours: to leave one's own fork for what it
 * was forked from is no rename.
 */
export function renamedPackages(
  built: readonly BuiltComponent[],
  ours: ReadonlyMap<string, string>,
  asOf: number,
): Renames {
  const isOurs = (purl: string): boolean => ours.has(purl);
  const all = seenRenames(built, resembling(ours.keys()), asOf);
  const after = new Set(all.flatMap(({ from, to }) => (isOurs(from) ? [to] : [])));
  const between = new Map<string, string>();
  for (const { from, to } of all)
    if (!isOurs(from) && isOurs(to) && after.has(from) && !between.has(from)) between.set(from, to);
  const isKnown = (purl: string): boolean => isOurs(purl) || between.has(purl);
  return { renamed: all.filter(({ from, to }) => isKnown(from) && isKnown(to)), between };
}

/** Could a purl be another name of one of these? Exact but for words before the name, which `isSameThing` looks at again. */
function resembling(purls: Iterable<string>): (purl: string) => boolean {
  const names = new Set<string>();
  const suffixes = new Set<string>();
  for (const purl of purls) {
    const bare = bareName(purl);
    if (bare === null) continue;
    names.add(bare.name);
    for (const suffix of suffixesOf(bare.name)) suffixes.add(suffix);
  }
  const judged = new Map<string, boolean>();
  const judge = (purl: string): boolean => {
    const bare = bareName(purl);
    if (bare === null) return false;
    return suffixes.has(bare.name) || suffixesOf(bare.name).some((suffix) => names.has(suffix));
  };
  return (purl) => {
    const known = judged.get(purl) ?? judge(purl);
    judged.set(purl, known);
    return known;
  };
}

/** `js-oven-kit`, `oven-kit`, `kit`: no more than the first words of a name go. */
function suffixesOf(name: string): string[] {
  const words = name.split("-");
  return words.slice(0, 6).map((_, index) => words.slice(index).join("-"));
}

function seenRenames(
  built: readonly BuiltComponent[],
  isOurs: (purl: string) => boolean,
  asOf: number,
): RenamedPackage[] {
  const counts = new Map<string, { from: string; to: string; components: number }>();
  for (const one of built) {
    const known = knownIn(one, isOurs, asOf);
    for (const given of known) {
      const end = given.uses.at(-1)?.to ?? null;
      if (end === null) continue;
      for (const taken of known) {
        if (taken.purl === given.purl || !isSameThing(given, taken)) continue;
        if (!follows(end, taken.uses, given.name === taken.name)) continue;
        const key = `${given.purl}\n${taken.purl}`;
        const count = counts.get(key) ?? { from: given.purl, to: taken.purl, components: 0 };
        counts.set(key, count);
        count.components += 1;
      }
    }
  }
  return [...counts]
    .sort(([a, one], [b, other]) => other.components - one.components || (a < b ? -1 : 1))
    .map(([, count]) => count);
}

/** Names that only resemble each other must change hands in one commit. */
function follows(end: Moment, taken: readonly Use[], isSameName: boolean): boolean {
  const last = taken.at(-1)?.to ?? null;
  if (last !== null && last.at <= end.at) return false;
  return taken.some(
    ({ from }) =>
      from.commit === end.commit ||
      (isSameName && Math.abs(from.at - end.at) <= continuationDays * 86_400),
  );
}

function knownIn(built: BuiltComponent, isOurs: (purl: string) => boolean, asOf: number): Known[] {
  const spans = new Map<string, Use[]>();
  for (const { purl, dependency, spans: seen } of mentionsIn(built, asOf)) {
    if (dependency.scope === "reverse-test" || !isOurs(purl)) continue;
    appendAll(spans, purl, seen);
  }
  return [...spans].flatMap(([purl, seen]) => {
    const bare = bareName(purl);
    return bare === null ? [] : [{ ...bare, purl, uses: joinUses(seen) }];
  });
}
