import type { Moment } from "#evidence/moment.ts";
import type { BuiltComponent } from "../components.ts";
import { mentionsIn } from "../consumptions.ts";
import { continuationDays, joinUses, type Use } from "../spans.ts";
import { bareName, isSameThing, type BareName } from "./bare-name.ts";

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

/**
 * Packages that components gave up for another of the same bare name: removed and added in one commit, or no more than 90
 * days apart. The most often seen first. Only names for which `isOurs` holds: of others nobody counts users.
 */
export function renamedPackages(
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
    spans.set(purl, [...(spans.get(purl) ?? []), ...seen]);
  }
  return [...spans].flatMap(([purl, seen]) => {
    const bare = bareName(purl);
    return bare === null ? [] : [{ ...bare, purl, uses: joinUses(seen) }];
  });
}
