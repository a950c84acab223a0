import { quantileOf } from "#kernel/stats-summary.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Unknown } from "#evidence/unknown.ts";
import type { Capability, Organisation, Release } from "#model/organisation.ts";
import { majorReleases, stableReleases } from "../adoption/releases.ts";
import { compareExports } from "./compare-exports.ts";
import { defaultStabilityOptions, type StabilityOptions } from "./options.ts";
import type { StabilityResult } from "./result.ts";
import { lowest } from "#kernel/extremes.ts";

const day = 86_400;
const year = 365.25 * day;

/** How often does each capability break its consumers? One result for each, in their order. */
export function assessStability(
  organisation: Pick<Organisation, "asOf" | "capabilities" | "components" | "formerNamesUsed">,
  options: StabilityOptions = defaultStabilityOptions,
): StabilityResult[] {
  const repositoryOf = new Map(organisation.components.map((one) => [one.id, one.repositoryId]));
  return organisation.capabilities.map((capability) => {
    const repositoryId = repositoryOf.get(capability.providerComponentId ?? "") ?? null;
    return judge(capability, organisation, repositoryId, options);
  });
}

function judge(
  capability: Capability,
  { asOf, formerNamesUsed }: Pick<Organisation, "asOf" | "formerNamesUsed">,
  repositoryId: string | null,
  options: StabilityOptions,
): StabilityResult {
  const stable = stableReleases(capability, asOf);
  const { releases, scheme } = stable;
  const majors = majorReleases(stable).toSorted((a, b) => a.at - b.at);
  const newest = releases.at(-1);
  const compared = compareExports(
    capability.releaseExports ?? [],
    scheme,
    formerNamesUsed?.get(capability.id),
    repositoryId,
  );
  const perYear = majorsPerYear(releases, majors, asOf, options);
  const between = daysBetween(majors);
  const canCompare = compared.comparedCount > 0;
  const isUnseen = repositoryId === null && releases.length === 0;
  return {
    capabilityId: capability.id,
    releasesCount: isUnseen ? null : releases.length,
    majorsPerYear: perYear,
    daysBetweenMajors: between,
    majors: majors.map(({ version, at }) => ({ version, at })),
    isInitialDevelopment: newest === undefined ? null : scheme.major(newest.version) === 0,
    violations: canCompare ? compared.violations : null,
    comparedCount: compared.comparedCount,
    releases: compared.releases,
    unknown: [
      ...(isUnseen ? [unseen] : []),
      ...releaseGaps(releases, perYear, between),
      ...(canCompare ? [] : [exportGap(capability)]),
      ...compared.releases.flatMap((one, index) =>
        one.addedCount === null ? firstRead(index) : [],
      ),
    ],
    evidence:
      majors.length > 0
        ? majors.map((one) =>
            releaseEvidence(one, repositoryId, `first release of a new major: ${one.version}`),
          )
        : releases
            .slice(-1)
            .map((one) => releaseEvidence(one, repositoryId, `newest release: ${one.version}`)),
  };
}

/** Majors in the window, which begins no earlier than the first release. */
function majorsPerYear(
  releases: readonly Release[],
  majors: readonly Release[],
  asOf: number,
  { window, minimumAge }: StabilityOptions,
): StabilityResult["majorsPerYear"] {
  if (releases.length === 0) return null;
  const first = lowest(releases.map(({ at }) => at));
  const from = Math.max(first, asOf - window);
  if (asOf - first < minimumAge) return null;
  const years = (asOf - from) / year;
  const counted = majors.filter(({ at }) => at >= from).length;
  return { value: counted / years, majorsCount: counted, years };
}

function daysBetween(majors: readonly Release[]): StabilityResult["daysBetweenMajors"] {
  const gaps = majors.slice(1).map(({ at }, index) => (at - (majors[index]?.at ?? at)) / day);
  return gaps.length === 0 ? null : { p50: quantileOf(gaps, 0.5), n: gaps.length };
}

function releaseGaps(
  releases: readonly Release[],
  perYear: StabilityResult["majorsPerYear"],
  between: StabilityResult["daysBetweenMajors"],
): Unknown[] {
  const none = {
    code: "no-release",
    reason: "no stable release is known",
    needs: "version tags or versions in its manifest",
  };
  if (releases.length === 0)
    return ["majorsPerYear", "daysBetweenMajors", "isInitialDevelopment"].map((field) => ({
      field,
      ...none,
    }));
  const young = {
    field: "majorsPerYear",
    code: "too-young",
    reason: "its first release is less than a year old",
    needs: "time",
  };
  const few = {
    field: "daysBetweenMajors",
    code: "too-few-majors",
    reason: "it had fewer than two majors after its first",
    needs: "nothing: there is no time between",
  };
  return [...(perYear === null ? [young] : []), ...(between === null ? [few] : [])];
}

const unseen: Unknown = {
  field: "releasesCount",
  code: "provider-not-read",
  reason: "the repository that makes it is not among those read",
  needs: "a clone of its repository",
};

function exportGap({ releaseExports, packages }: Capability): Unknown {
  const isRead = releaseExports !== undefined && releaseExports.length > 0;
  const isOther = !packages.some((one) => /^pkg:(?:gem|npm|golang)\//.test(one));
  return {
    field: "violations",
    code: isRead ? "no-promise" : isOther ? "not-compared" : "exports-unknown",
    reason: isRead
      ? "no minor or patch release at 1.0 or above follows another one that was read"
      : isOther
        ? "exports are compared for gems, npm packages and Go modules only; contract files are left for later"
        : "what its releases exported cannot be read",
    needs: isRead
      ? "a second release of the same major"
      : "versions in its manifest (Go: tags) on the default branch of a clone, and names in the files that it gives its users",
  };
}

function firstRead(index: number): Unknown[] {
  return ["addedCount", "removedCount"].map((name) => ({
    field: `releases.${String(index)}.${name}`,
    code: "nothing-before",
    reason: "it is the first release that was read",
    needs: "nothing: the newest 12 releases are compared",
  }));
}

function releaseEvidence(
  { at, commit }: Release,
  repositoryId: string | null,
  text: string,
): EvidenceRef {
  return {
    source: "manifest",
    repositoryId,
    commit,
    path: null,
    line: null,
    at,
    how: "observed",
    confidence: "observed",
    text,
  };
}
