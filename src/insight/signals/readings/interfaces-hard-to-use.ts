import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { AdoptionResult } from "#insight/adoption/result.ts";
import { notRead, reading, type IndicatorReading } from "../indicator.ts";
import type { IndicatorReadings } from "../indicators.ts";
import { weightedMedian } from "#kernel/stats-summary.ts";
import { counted, percentOf, some } from "#kernel/phrases.ts";
import type { IndicatorSources } from "./indicator-sources.ts";
import { majorOf } from "#evidence/version-names.ts";
import { breakingWithoutNotice } from "./breaking-without-notice.ts";
import { readMajorsTaken } from "./majors-taken.ts";
import { usedElsewhere } from "./used-elsewhere.ts";
import { spreadOfMedian, spreadOfShare } from "./spread.ts";

/** Internal interfaces that are hard to use, undocumented or unstable. */
export function readInterfaces(
  sources: IndicatorSources,
): Pick<
  IndicatorReadings,
  | "documentation-score"
  | "majors-a-year"
  | "majors-taken"
  | "majors-needing-code"
  | "breaking-without-notice"
  | "consumers-behind"
  | "workarounds"
> {
  return {
    "documentation-score": documentationScore(sources),
    "majors-a-year": majorsAYear(sources),
    "breaking-without-notice": breakingWithoutNotice(sources),
    ...readMajorsTaken(sources),
    "consumers-behind": consumersBehind(sources),
    workarounds: workarounds(sources),
  };
}

function documentationScore({
  adoption,
  documentation,
  organisation,
}: IndicatorSources): IndicatorReading {
  const used = usedElsewhere(adoption, organisation);
  const wanted = documentation.filter((one) => used.has(one.capabilityId));
  const scored = wanted.flatMap((one) =>
    one.score === null
      ? []
      : [{ one, score: one.score, weight: used.get(one.capabilityId)?.size ?? 1 }],
  );
  if (scored.length === 0) {
    return notRead(
      "no-documentation",
      "No capability in use has documentation that could be judged.",
      "Clones of the repositories that provide them.",
    );
  }
  const mean =
    sum(scored.map(({ score, weight }) => score * weight)) /
    sum(scored.map(({ weight }) => weight));
  const worst = scored.toSorted((a, b) => a.score - b.score).slice(0, 5);
  const nameOf = new Map(organisation.capabilities.map(({ id, name }) => [id, name]));
  return reading({
    value: mean,
    n: scored.length,
    coverage: scored.length / wanted.length,
    text: `Documentation of ${counted(scored.length, "capability", "capabilities")} in use scores ${percentOf(mean)} on average, weighted by consumers; lowest: ${some(
      worst.map(({ one }) => nameOf.get(one.capabilityId) ?? one.capabilityId),
      3,
    )}`,
    spread: spreadOfShare(
      scored.map(({ one, score, weight }) => ({
        cluster: one.capabilityId,
        part: score * weight,
        of: weight,
      })),
    ),
    evidence: worst.flatMap(({ one }) =>
      one.parts.flatMap((part) => part.evidence.slice(0, 1)).slice(0, 3),
    ),
  });
}

function majorsAYear({ adoption, stability, organisation }: IndicatorSources): IndicatorReading {
  const used = usedElsewhere(adoption, organisation);
  const wanted = stability.filter((one) => used.has(one.capabilityId));
  const known = wanted.flatMap((one) =>
    one.majorsPerYear === null
      ? []
      : [
          {
            one,
            value: one.majorsPerYear.value,
            weight: used.get(one.capabilityId)?.size ?? 0,
          },
        ],
  );
  if (known.length === 0) {
    return notRead(
      "no-releases",
      "No capability in use has releases over enough time.",
      "Version tags, or versions in manifests.",
    );
  }
  const median = weightedMedian(known);
  const most = known.toSorted((a, b) => b.value - a.value).slice(0, 5);
  const nameOf = new Map(organisation.capabilities.map(({ id, name }) => [id, name]));
  return reading({
    value: median,
    n: known.length,
    coverage: known.length / wanted.length,
    text: `${String(Number(median.toFixed(1)))} major releases a year, median of ${counted(known.length, "capability", "capabilities")} in use, weighted by consumers; most: ${some(
      most.map(
        ({ one, value }) =>
          `${nameOf.get(one.capabilityId) ?? one.capabilityId} (${value.toFixed(1)})`,
      ),
      3,
    )}`,
    spread: spreadOfMedian(
      known.map(({ one, value, weight }) => ({ cluster: one.capabilityId, value, weight })),
    ),
    evidence: most.flatMap(({ one }) => one.evidence.slice(0, 4)),
  });
}

function consumersBehind({ adoption, organisation }: IndicatorSources): IndicatorReading {
  const measured = adoption.filter((one) => one.currency.onNewestMajor !== null);
  const n = sum(measured.map((one) => one.currency.onNewestMajor?.denominator ?? 0));
  if (n === 0) {
    return notRead(
      "no-versions",
      "No use has a version that could be compared with a release.",
      "Lock files of consumers, and version tags of what they use.",
    );
  }
  const behind = measured.filter((one) => behindOf(one) > 0);
  const count = sum(behind.map(behindOf));
  const inUse = sum(adoption.map((one) => one.adoptersNow));
  const nameOf = new Map(organisation.capabilities.map(({ id, name }) => [id, name]));
  const worst = behind.toSorted((one, other) => behindOf(other) - behindOf(one));
  return reading({
    value: count / n,
    n,
    coverage: inUse === 0 ? null : Math.min(1, n / inUse),
    text: `${counted(count, "use")} of ${String(n)} are a major version or more behind (${percentOf(count / n)})${
      worst.length === 0
        ? ""
        : `, most of ${some(
            worst.map((one) => nameOf.get(one.capabilityId) ?? one.capabilityId),
            3,
          )}`
    }`,
    spread: spreadOfShare(
      measured.map((one) => ({
        cluster: one.capabilityId,
        part: behindOf(one),
        of: one.currency.onNewestMajor?.denominator ?? 0,
      })),
    ),
    evidence: worst.flatMap(evidenceBehind),
  });
}

function behindOf({ currency }: AdoptionResult): number {
  const { denominator = 0, numerator = 0 } = currency.onNewestMajor ?? {};
  return denominator - numerator;
}

/** Where the uses of the oldest majors stand in their manifests. */
function evidenceBehind({ currency, uses }: AdoptionResult): EvidenceRef[] {
  const newest = Number(currency.newestMajor);
  const old = new Set(
    currency.versionsInUse
      .filter(({ version }) => (majorOf(version) ?? newest) < newest)
      .flatMap(({ componentIds }) => componentIds),
  );
  return uses
    .filter((use) => use.to === null && old.has(use.componentId))
    .flatMap((use) => use.consumptions.at(-1)?.evidence.slice(0, 1) ?? []);
}

/** Substitutes beside a capability are a choice; wrappers and copies are work done because of it. */
function workarounds({ adoption }: IndicatorSources): IndicatorReading {
  const n = sum(adoption.map((one) => one.adoptersNow));
  if (n === 0)
    return notRead("no-uses", "Nothing that is offered is in use.", "More repositories.");
  const found = adoption.flatMap(({ capabilityId, defections, uses }) => {
    const current = new Set(uses.flatMap((use) => (use.to === null ? use.componentId : [])));
    const own = defections.filter(
      ({ kind, componentId }) => kind !== "substitute" && current.has(componentId),
    );
    // Several files of one wrapper are one workaround.
    return [...new Map(own.map((one) => [one.componentId, one])).values()].map((one) => ({
      ...one,
      capabilityId,
    }));
  });
  return reading({
    value: found.length / n,
    n,
    coverage: 1,
    text: `${counted(found.length, "workaround")} for ${counted(n, "use")}${
      found.length === 0
        ? ""
        : `, such as ${some(
            found.map(({ text }) => text),
            2,
          )}`
    }`,
    spread: spreadOfShare(
      adoption.map((one) => ({
        cluster: one.capabilityId,
        part: found.filter(({ capabilityId }) => capabilityId === one.capabilityId).length,
        of: one.adoptersNow,
      })),
    ),
    evidence: found.flatMap((one) => one.evidence.slice(0, 2)),
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
