import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Organisation, ReleasedNames } from "#model/organisation.ts";
import type { VersionScheme } from "../adoption/versions.ts";
import type { ComparedRelease, SemverViolation } from "./result.ts";
import type { PromisedBump } from "#vocabulary/adoption.ts";

export interface ExportsComparison {
  readonly releases: readonly ComparedRelease[];
  readonly violations: readonly SemverViolation[];
  readonly comparedCount: number;
}

/** Stable releases in the order of their versions, each against the one before it that was read. */
export function compareExports(
  released: readonly ReleasedNames[],
  scheme: VersionScheme,
  mentions: ReturnType<NonNullable<Organisation["formerNamesUsed"]>["get"]>,
  repositoryId: string | null,
): ExportsComparison {
  const ordered = released
    .filter(({ version }) => scheme.isValid(version) && scheme.isStable(version))
    .sort((a, b) => scheme.compare(a.version, b.version) || a.at - b.at);
  const releases: ComparedRelease[] = [];
  const violations: SemverViolation[] = [];
  let comparedCount = 0;
  for (const [index, release] of ordered.entries()) {
    const { version, at, names } = release;
    const previous = ordered[index - 1];
    const removed = previous === undefined ? [] : without(previous.names, names).sort();
    releases.push({
      version,
      at,
      exportedCount: names.size,
      addedCount: previous === undefined ? null : without(names, previous.names).length,
      removedCount: previous === undefined ? null : removed.length,
    });
    const bump = previous === undefined ? null : bumpOf(previous.version, version);
    if (previous === undefined || bump === null || mayHide(previous, release)) continue;
    comparedCount++;
    if (removed.length === 0) continue;
    violations.push({
      version,
      previous: previous.version,
      bump,
      at,
      removedNames: removed,
      hit: hitBy(removed, mentions),
      evidence: [evidenceOf(release, previous, removed, repositoryId)],
    });
  }
  return { releases, violations, comparedCount };
}

/** What it took from its own list may be among those that it began to pass on unseen. */
function mayHide(previous: ReleasedNames, { isOpen }: ReleasedNames): boolean {
  return isOpen === true && previous.isOpen !== true;
}

function without(names: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  return [...names].filter((name) => !others.has(name));
}

/** `minor` or `patch`: both promise to break nothing (semver.org 2.0.0, 7 and 8). Null where nothing was promised. */
export function bumpOf(previous: string, next: string): PromisedBump | null {
  const [before, after] = [numbers(previous), numbers(next)];
  if (before[0] !== after[0] || after[0] === 0) return null;
  return before[1] === after[1] ? "patch" : "minor";
}

function numbers(version: string): [number, number] {
  const parts = /^v?(\d{1,9})(?:\.(\d{1,9}))?/.exec(version);
  return [Number(parts?.[1] ?? 0), Number(parts?.[2] ?? 0)];
}

function hitBy(
  removed: readonly string[],
  mentions: Parameters<typeof compareExports>[2],
): SemverViolation["hit"] {
  return [...(mentions ?? [])]
    .map(([componentId, names]) => ({
      componentId,
      names: removed.filter((name) => names.has(name)),
    }))
    .filter(({ names }) => names.length > 0)
    .sort((a, b) => (a.componentId < b.componentId ? -1 : 1));
}

function evidenceOf(
  release: ReleasedNames,
  previous: ReleasedNames,
  removed: readonly string[],
  repositoryId: string | null,
): EvidenceRef {
  const more = removed.length > 5 ? ` and ${String(removed.length - 5)} more` : "";
  return {
    source: "release-exports",
    repositoryId,
    commit: release.commit,
    path: null,
    line: null,
    at: release.at,
    how: "observed",
    confidence: "medium",
    text: `${release.version} no longer exports ${removed.slice(0, 5).join(", ")}${more}, which ${previous.version} did`,
  };
}
