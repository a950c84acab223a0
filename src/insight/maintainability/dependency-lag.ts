import type { LockedUse } from "#model/locked-uses.ts";
import { versionScheme } from "../adoption/versions.ts";

const year = 365.25 * 86_400;

/** When some component first locked a version above each one, by package. */
export class Front {
  private readonly versions = new Map<string, { version: string; at: number }[]>();

  constructor(uses: readonly LockedUse[]) {
    const first = new Map<string, Map<string, number>>();
    for (const { purl, version, from } of uses) {
      const known = first.get(purl) ?? new Map<string, number>();
      known.set(version, Math.min(from, known.get(version) ?? Infinity));
      first.set(purl, known);
    }
    for (const [purl, known] of first) {
      const scheme = versionScheme(purl);
      const list = [...known]
        .filter(([version]) => scheme.isValid(version) && scheme.isStable(version))
        .map(([version, at]) => ({ version, at }))
        .sort((a, b) => scheme.compare(a.version, b.version));
      // From the highest down: the earliest time at which anything above was there.
      let earliest = Infinity;
      for (const one of list.toReversed()) {
        const own = one.at;
        one.at = earliest;
        earliest = Math.min(earliest, own);
      }
      this.versions.set(purl, list);
    }
  }

  /** Years at `at` since the organisation first had a newer version than this; 0 where it had none; null where it cannot be ordered. */
  lag(purl: string, version: string, at: number): number | null {
    const newerSince = this.versions.get(purl)?.find((one) => one.version === version)?.at;
    if (newerSince === undefined) return null;
    return newerSince >= at ? 0 : (at - newerSince) / year;
  }
}
