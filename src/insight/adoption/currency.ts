import { isPlaceholder } from "#evidence/version-names.ts";
import type { Unknown } from "#evidence/unknown.ts";
import { quantileOf } from "#kernel/stats-summary.ts";
import type { Capability } from "#model/organisation.ts";
import { YEAR } from "./calendar.ts";
import type { AdoptionOptions } from "./options.ts";
import type { Currency } from "./result.ts";
import type { StableReleases } from "./releases.ts";
import { compareText, type Use } from "./uses.ts";
import { withoutPrefix } from "./versions.ts";
import { highest } from "#kernel/extremes.ts";

/** The version that each component uses at as-of: of its runtime consumption first, then of the one that changed last. */
export function versionsNow(uses: readonly Use[], asOf: number): ReadonlyMap<string, string> {
  const versions = new Map<string, string>();
  for (const use of uses) {
    if (use.to !== null) continue;
    const open = use.consumptions
      .filter((consumption) => consumption.to === null || consumption.to.at > asOf)
      .flatMap((consumption) =>
        consumption.versions
          .filter(
            ({ version, from, to }) =>
              from <= asOf && (to === null || asOf < to) && !isPlaceholder(version),
          )
          .map(({ version, from }) => ({
            version,
            from,
            isRuntime: consumption.scope === "runtime",
          })),
      )
      .sort(
        (a, b) =>
          Number(b.isRuntime) - Number(a.isRuntime) ||
          b.from - a.from ||
          compareText(a.version, b.version),
      );
    if (open[0]) versions.set(use.componentId, open[0].version);
  }
  return versions;
}

/** What `onNewestMajor` counts, summed over capabilities whose newest majors differ. */
export const askedMajors = "the newest major version past its days of grace, or above";

export interface CurrencyOptions extends Pick<AdoptionOptions, "majorGrace"> {
  readonly asOf: number;
  /** Up to when a component was seen, where its clone is older than what it is compared with; else null. Seconds since the epoch. */
  readonly seenUntil?: (componentId: string) => number | null;
}

/**
 * How up to date the versions in use are. What cannot be said is null, with a reason among the unknowns. Components whose clones
 * are older than what they are compared with are left out, but for the major version that was asked for already when they were seen.
 */
export function currency(
  capability: Capability,
  inUse: ReadonlyMap<string, string>,
  { scheme, releases }: StableReleases,
  { asOf, majorGrace, seenUntil = () => null }: CurrencyOptions,
): { value: Currency; unknown: Unknown[] } {
  const newest = releases.at(-1);
  const isAboveNewest = (version: string): boolean =>
    newest !== undefined &&
    scheme.isValid(version) &&
    scheme.isStable(version) &&
    scheme.compare(version, newest.version) > 0;
  // What an older clone locks was current then, for all that is known.
  const versions = [...inUse]
    .filter(([id, version]) => scheme.isValid(version) && seenUntil(id) === null)
    .map(([, version]) => version);
  const versionsInUse = countVersions(inUse);
  const isNewestUnknown = [...inUse.values()].some(isAboveNewest);
  if (!newest || versions.length === 0 || isNewestUnknown) {
    const [code, reason, needs] = isNewestUnknown
      ? [
          "newest-unknown",
          "a version above all that are known is in use: its clone is behind, or somebody else publishes it too",
          "`git fetch` in the clone of its repository",
        ]
      : newest
        ? ["no-versions-in-use", "no version in use is known", "lock files, or exact constraints"]
        : ["no-release", "no stable release is known", "version tags or versions in its manifest"];
    const fields = [
      "onNewestMajor",
      "versionsBehind",
      "libyears",
      ...(newest ? [] : ["newestMajor"]),
    ];
    return {
      value: {
        newestMajor: newest ? String(scheme.major(newest.version)) : null,
        onNewestMajor: null,
        versionsBehind: null,
        libyears: null,
        versionsInUse,
        behindIds: [],
      },
      unknown: fields.map((field) => ({ field: `currency.${field}`, code, reason, needs })),
    };
  }
  const asked = askedMajor({ scheme, releases }, asOf - majorGrace);
  const outSince = Math.min(
    ...releases.filter(({ version }) => scheme.major(version) >= asked).map(({ at }) => at),
  );
  // A clone that is older tells whether it was behind where that version was asked for when it was seen.
  const askedSince = Math.min(asOf, outSince + majorGrace);
  const judged = [...inUse].filter(
    ([id, version]) => scheme.isValid(version) && (seenUntil(id) ?? asOf) >= askedSince,
  );
  const behindIds = judged
    .flatMap(([id, version]) => (scheme.major(version) < asked ? id : []))
    .sort(compareText);
  const numerator = judged.length - behindIds.length;
  const behind = versions.map((version) => releases.length - countUpTo(releases, scheme, version));
  // Every release, pre-releases too: a consumer on one of them is still as old as it.
  const releasedAt = new Map(
    [...capability.releases, ...releases].map(({ version, at }) => [withoutPrefix(version), at]),
  );
  const years = versions.flatMap((version) => {
    const used = releasedAt.get(withoutPrefix(version));
    return used === undefined ? [] : [Math.max(0, newest.at - used) / YEAR];
  });
  const hasYears = years.length > 0;
  return {
    value: {
      newestMajor: String(scheme.major(newest.version)),
      onNewestMajor: {
        major: String(asked),
        share: numerator / judged.length,
        numerator,
        denominator: judged.length,
      },
      behindIds,
      versionsBehind: {
        p50: quantileOf(behind, 0.5),
        max: highest(behind),
        n: behind.length,
      },
      libyears: hasYears
        ? {
            p50: quantileOf(years, 0.5),
            total: years.reduce((sum, value) => sum + value, 0),
            n: years.length,
          }
        : null,
      versionsInUse,
    },
    unknown: hasYears
      ? []
      : [
          {
            field: "currency.libyears",
            code: "no-release-dates",
            reason: "the versions in use have no release date",
            needs: "a tag for every release",
          },
        ],
  };
}

/** The highest major that was out at the time, or the lowest there is: nobody is late for what all are in their days of grace. */
function askedMajor({ scheme, releases }: StableReleases, out: number): number {
  const known = releases.filter(({ at }) => at <= out);
  return scheme.major((known.at(-1) ?? releases[0]!).version);
}

/** How many of the releases, lowest first, are not newer than the version. */
function countUpTo(
  releases: StableReleases["releases"],
  scheme: StableReleases["scheme"],
  version: string,
): number {
  let [low, high] = [0, releases.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (scheme.compare(releases[middle]!.version, version) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function countVersions(inUse: ReadonlyMap<string, string>): Currency["versionsInUse"] {
  const componentIds = new Map<string, string[]>();
  for (const [componentId, version] of inUse) {
    const list = componentIds.get(version);
    if (list) list.push(componentId);
    else componentIds.set(version, [componentId]);
  }
  return [...componentIds]
    .map(([version, ids]) => ({
      version,
      count: ids.length,
      componentIds: ids.sort(compareText),
    }))
    .sort((a, b) => b.count - a.count || compareText(a.version, b.version));
}
