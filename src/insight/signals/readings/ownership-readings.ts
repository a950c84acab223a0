import { notRead, reading, type IndicatorReading } from "../indicator.ts";
import { counted, percentOf, some } from "#kernel/phrases.ts";
import type { IndicatorSources } from "./indicator-sources.ts";
import { spreadOf, spreadOfMedian, spreadOfShare } from "./spread.ts";
import { weightedMedian } from "#kernel/stats-summary.ts";

/** Of the promises whose day or version has come, and of which it can be seen what became. */
export function promisesOverdue({ ownership }: IndicatorSources): IndicatorReading {
  const { promises } = ownership;
  const judged = promises.filter(({ state }) => state === "past" || state === "kept");
  const past = judged.filter(({ state }) => state === "past");
  if (judged.length === 0) {
    return notRead(
      "no-promises",
      "No document promises with a day or version that something will go, or none has come due.",
      "Deprecations with a day in README or changelog, or deprecations in fulcrum.yaml.",
    );
  }
  return reading({
    value: past.length / judged.length,
    n: judged.length,
    coverage: promises.length === 0 ? null : judged.length / promises.length,
    text: `${counted(past.length, "promise")} of ${String(judged.length)} to remove something are past their day (${percentOf(past.length / judged.length)})`,
    spread: spreadOfShare(
      judged.map((one, index) => ({
        cluster: one.componentId ?? one.capabilityId ?? String(index),
        part: Number(one.state === "past"),
        of: 1,
      })),
    ),
    evidence: past.flatMap((one) => one.evidence),
  });
}

/** Capabilities that many rely on and nobody tended for long. */
export function maintenanceGaps({ ownership, organisation }: IndicatorSources): IndicatorReading {
  const share = ownership.shares.find(({ kind }) => kind === "maintenance-gap");
  if (share === undefined || share.denominator === 0) {
    return notRead(
      "no-relied-on",
      "No capability of a repository that was read has five consumers.",
      "Clones of the repositories that provide them.",
    );
  }
  const gaps = ownership.findings.filter(({ kind }) => kind === "maintenance-gap");
  const nameOf = new Map(organisation.capabilities.map(({ id, name }) => [id, name]));
  const names = gaps.map(({ capabilityId }) => nameOf.get(capabilityId ?? "") ?? "");
  return reading({
    value: share.numerator / share.denominator,
    n: share.denominator,
    coverage: null,
    text: `${counted(share.numerator, "capability", "capabilities")} of ${String(share.denominator)} with five or more consumers had no human work for half a year${
      names.length === 0 ? "" : `: ${some(names, 3)}`
    }`,
    spread: spreadOf(share.denominator),
    evidence: gaps.flatMap((one) => one.evidence),
  });
}

const yearSeconds = 365.25 * 86_400;

/** How long things have been in use since their provider gave them up: its archiving, else its last human work. */
export function retiredStillUsed({ adoption, organisation }: IndicatorSources): IndicatorReading {
  const components = new Map(organisation.components.map((one) => [one.id, one]));
  const capabilities = new Map(organisation.capabilities.map((one) => [one.id, one]));
  const retired = adoption.flatMap((one) => {
    const capability = capabilities.get(one.capabilityId);
    const provider = components.get(capability?.providerComponentId ?? "");
    if (capability === undefined || provider === undefined) return [];
    if (one.retirement === null && provider.goneAt === null) return [];
    const since = provider.goneAt ?? provider.lastHuman?.at ?? null;
    if (since === null) return [];
    // Who left counts as well: a thing that many gave up with its provider was let go in time.
    const weight = new Set(one.uses.map((use) => use.componentId)).size;
    if (weight === 0) return [];
    const years = one.adoptersNow === 0 ? 0 : Math.max(0, organisation.asOf - since) / yearSeconds;
    return [{ one, capability, provider, years, weight }];
  });
  // That nothing was given up says nothing of how promises are kept.
  if (retired.length === 0) {
    return notRead(
      "none-retired",
      "Nothing that others used was given up by its provider.",
      "Nothing: there is nothing that could be in use too long.",
    );
  }
  const used = retired.filter(({ one }) => one.adoptersNow > 0);
  const median = weightedMedian(retired.map(({ years, weight }) => ({ value: years, weight })));
  return reading({
    value: median,
    n: retired.length,
    coverage: 1,
    text: `${counted(used.length, "capability", "capabilities")} of ${String(retired.length)} that were given up ${used.length === 1 ? "is" : "are"} still in use${
      used.length === 0
        ? ""
        : `: ${some(
            used.map(({ capability }) => capability.name),
            3,
          )}`
    }; ${median.toFixed(1)} years since, median weighted by all who ever used them`,
    spread: spreadOfMedian(
      retired.map(({ provider, years, weight }) => ({
        cluster: provider.id,
        value: years,
        weight,
      })),
    ),
    evidence: used.flatMap(({ one }) => one.evidence.slice(0, 2)),
  });
}
