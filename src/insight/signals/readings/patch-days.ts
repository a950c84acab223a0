import { fixedBy, isAffected } from "#insight/shared-risk/affects.ts";
import { versionScheme } from "#insight/adoption/versions.ts";
import { wilsonInterval } from "#kernel/stats-summary.ts";
import { counted, percentOf } from "#kernel/phrases.ts";
import { lockEvidence, type LockedUse } from "#model/locked-uses.ts";
import { notRead, reading, type IndicatorReading } from "../indicator.ts";
import type { IndicatorSources } from "./indicator-sources.ts";
import { spreadOfInterval } from "./spread.ts";

const lateSeconds = 90 * 86_400;
/** The longest waits open; the others are counted. */
const mostTold = 20;

/** Owners (repositories where none is known) who took a fixed version late, out of those who had an affected one. */
export function patchDays({
  advisories,
  locked,
  organisation,
}: IndicatorSources): IndicatorReading {
  if (advisories === null || locked.length === 0) {
    return notRead(
      "no-advisories",
      advisories === null
        ? "No advisories were given."
        : "No lock file says which versions are used.",
      "Advisories in OSV format, named in fulcrum.yaml (advisories), and lock files.",
    );
  }
  const until = organisation.asOf;
  const ownersOf = new Map(
    organisation.components.map((one) => [
      one.id,
      one.ownerIds.length > 0 ? one.ownerIds : [one.repositoryId],
    ]),
  );
  const byPackage = new Map<string, LockedUse[]>();
  for (const one of locked) {
    const list = byPackage.get(one.purl);
    if (list === undefined) byPackage.set(one.purl, [one]);
    else list.push(one);
  }
  const judged = new Map<string, boolean>();
  const hits: { use: LockedUse; wait: number }[] = [];
  let longest = 0;
  for (const { affected } of advisories) {
    for (const one of affected) {
      const uses = byPackage.get(one.purl) ?? [];
      const scheme = versionScheme(one.purl);
      const hit = uses.filter(({ version }) => isAffected(one, version, scheme));
      const fixes = [...new Set(hit.map(({ version }) => version))]
        .flatMap((version) => fixedBy([one], version, scheme) ?? [])
        .sort(scheme.compare);
      const [fix] = fixes;
      if (fix === undefined) continue;
      const fixed = uses.filter(
        ({ version }) =>
          scheme.isValid(version) &&
          scheme.compare(version, fix) >= 0 &&
          !isAffected(one, version, scheme),
      );
      const first = fixed.reduce((least, { from }) => Math.min(least, from), Infinity);
      if (first === Infinity) continue;
      for (const use of hit) {
        if (use.from > first || (use.to !== null && use.to <= first)) continue;
        const wait = (use.to ?? until) - first;
        // Not yet over, and not yet late: nothing can be said of it.
        if (use.to === null && wait < lateSeconds) continue;
        longest = Math.max(longest, wait);
        hits.push({ use, wait });
        for (const owner of ownersOf.get(use.componentId) ?? [])
          judged.set(owner, (judged.get(owner) ?? false) || wait > lateSeconds);
      }
    }
  }
  const late = [...judged.values()].filter(Boolean).length;
  if (judged.size === 0) {
    return notRead(
      "none-affected",
      "Nobody had an affected version when a fixed one was first taken.",
      "Advisories of more of what is locked.",
    );
  }
  const { low, high } = wilsonInterval(late, judged.size);
  return reading({
    value: late / judged.size,
    n: judged.size,
    coverage: Math.min(1, judged.size / Math.max(1, organisation.teams.length)),
    text: `${String(late)} of ${counted(judged.size, "owner")} kept an affected version more than 90 days after another had the fixed one (${percentOf(late / judged.size)}), ${String(Math.round(longest / 86_400))} days at most`,
    spread: spreadOfInterval(low, high, judged.size),
    evidence: hits
      .toSorted((one, other) => other.wait - one.wait)
      .slice(0, mostTold)
      .map(({ use }) => lockEvidence(use)),
  });
}
