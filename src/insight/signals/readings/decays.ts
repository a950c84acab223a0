import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { JobResult } from "#insight/jobs/result.ts";
import { notRead, reading, type IndicatorReading } from "../indicator.ts";
import type { IndicatorReadings } from "../indicators.ts";
import { counted, percentOf, some } from "#kernel/phrases.ts";
import { direction } from "./direction.ts";
import {
  cognitiveLoadGrowth,
  cognitiveLoadLevel,
  thinLayers,
  wrapperChains,
} from "./load-readings.ts";
import { factsOfComponents, unownedReading } from "./common-readings.ts";
import type { IndicatorSources } from "./indicator-sources.ts";
import { judgedJobs, keeperCoverage } from "./judged-jobs.ts";
import { goalsUnmoved } from "./goals-unmoved.ts";
import { layeredLeadTime } from "./layered-lead-time.ts";
import { spreadOf, spreadOfMean } from "./spread.ts";

const year = 365.25 * 86_400;
const manyOwners = 3;

/** The five ways in which a platform decays without anybody who steers it. */
export function readDecays(
  sources: IndicatorSources,
): Pick<
  IndicatorReadings,
  | "ad-hoc-services"
  | "effective-solutions"
  | "effective-solutions-growth"
  | "cognitive-load-level"
  | "cognitive-load-growth"
  | "wrapper-chains"
  | "thin-layers"
  | "unowned-components"
  | "over-owned-components"
  | "no-direction"
  | "goals-unmoved"
  | "layered-lead-time"
  | "copied-capabilities"
> {
  return {
    "ad-hoc-services": adHocServices(sources),
    "effective-solutions": effectiveSolutions(sources),
    "effective-solutions-growth": effectiveSolutionsGrowth(sources),
    "cognitive-load-level": cognitiveLoadLevel(sources),
    "cognitive-load-growth": cognitiveLoadGrowth(sources),
    "wrapper-chains": wrapperChains(sources),
    "thin-layers": thinLayers(sources),
    "unowned-components": unownedComponents(sources),
    "over-owned-components": overOwnedComponents(sources),
    "no-direction": direction(sources),
    "goals-unmoved": goalsUnmoved(sources),
    "layered-lead-time": layeredLeadTime(sources),
    "copied-capabilities": copiedCapabilities(sources),
  };
}

function adHocServices({ organisation, adoption }: IndicatorSources): IndicatorReading {
  const components = new Map(organisation.components.map((one) => [one.id, one]));
  const adoptionOf = new Map(adoption.map((one) => [one.capabilityId, one]));
  const services = organisation.capabilities.flatMap((capability) => {
    const provider = components.get(capability.providerComponentId ?? "");
    const adopters = adoptionOf.get(capability.id)?.adoptersEver ?? 0;
    const isService = capability.kind === "service" || capability.kind === "api";
    return isService && provider !== undefined && adopters > 0
      ? [{ capability, provider, adopters }]
      : [];
  });
  if (services.length === 0) {
    return notRead(
      "no-services",
      "No service of the organisation was seen in use.",
      "consumesApis in catalog-info.yaml, or more repositories.",
    );
  }
  const since = organisation.asOf - year;
  const adHoc = services.filter(
    ({ provider, adopters }) =>
      adopters === 1 && provider.lastHuman !== null && provider.lastHuman.at < since,
  );
  return reading({
    value: adHoc.length / services.length,
    n: services.length,
    coverage: null,
    text: `${counted(adHoc.length, "service")} of ${String(services.length)} have one consumer and no human commit for a year${
      adHoc.length === 0
        ? ""
        : `: ${some(
            adHoc.map(({ capability }) => capability.name),
            4,
          )}`
    }`,
    spread: spreadOfMean(services.map((one) => Number(adHoc.includes(one)))),
    // Never into a commit of the one who worked there last.
    evidence: factsOfComponents(
      organisation.components,
      new Set(adHoc.map(({ provider }) => provider.id)),
    ),
  });
}

function effectiveSolutions(sources: IndicatorSources): IndicatorReading {
  const judged = judgedJobs(sources);
  const known = judged.map(({ job, effectiveNumber }) => ({
    job,
    value: effectiveNumber,
  }));
  if (known.length === 0)
    return unownedReading(sources, "jobs that three or more teams or repositories do");
  const mean = meanOf(known.map(({ value }) => value));
  const worst = known.toSorted((one, other) => other.value - one.value).slice(0, 5);
  return reading({
    value: mean,
    n: known.length,
    coverage: keeperCoverage(judged, sources),
    text: `${mean.toFixed(2)} equally used solutions for each of ${counted(known.length, "job")}, the most for ${some(
      worst.map(({ job }) => job.title),
      3,
    )}`,
    spread: spreadOfMean(known.map(({ value }) => value)),
    evidence: evidenceOfJobs(worst.map(({ job }) => job)),
  });
}

/** The first use of the three solutions that are used most, of each of the first five jobs. */
function evidenceOfJobs(jobs: readonly JobResult[]): EvidenceRef[] {
  return jobs
    .slice(0, 5)
    .flatMap(({ solutions }) => solutions.slice(0, 3).flatMap((one) => one.evidence.slice(0, 1)));
}

function effectiveSolutionsGrowth({ jobs }: IndicatorSources): IndicatorReading {
  const known = jobs.flatMap((job) => {
    const growth = growthOf(job);
    return growth === null ? [] : [{ job, growth }];
  });
  const grown = known.map(({ growth }) => growth);
  if (grown.length === 0) {
    return notRead(
      "no-trend",
      "No job of three or more teams or repositories can be looked at over two years.",
      "More history, or the owners of more components.",
    );
  }
  const mean = meanOf(grown);
  return reading({
    value: mean,
    n: grown.length,
    coverage: null,
    text: `${mean >= 0 ? "+" : "−"}${Math.abs(mean).toFixed(2)} equally used solutions a year over two years, mean of ${counted(grown.length, "job")}`,
    spread: spreadOfMean(grown),
    evidence: evidenceOfJobs(
      known.toSorted((one, other) => other.growth - one.growth).map(({ job }) => job),
    ),
  });
}

/** For each year, between as-of and the last point at least two years before it. */
function growthOf({ trend, effectiveNumber }: JobResult): number | null {
  const now = trend.at(-1);
  if (now === undefined || effectiveNumber === null) return null;
  const then = trend.findLast((point) => point.at <= now.at - 2 * year);
  if (then === undefined || then.effectiveNumber === null) return null;
  return (effectiveNumber - then.effectiveNumber) / ((now.at - then.at) / year);
}

function unownedComponents(sources: IndicatorSources): IndicatorReading {
  const live = sources.organisation.components.filter((one) => one.isLive === true);
  const unowned = live.filter((one) => one.ownerIds.length === 0);
  // Where nobody is known to own anything, it is the source that is missing, not the owners.
  if (unowned.length === live.length) return unownedReading(sources, "live components");
  return reading({
    value: unowned.length / live.length,
    n: live.length,
    coverage: 1,
    text: `${counted(unowned.length, "live component")} of ${String(live.length)} have no known owner (${percentOf(unowned.length / live.length)})${
      unowned.length === 0
        ? ""
        : `: ${some(
            unowned.map(({ name }) => name),
            5,
          )}`
    }`,
    spread: spreadOf(new Set(live.map((one) => one.repositoryId)).size),
    evidence: unowned.flatMap((one) => one.evidence.slice(0, 1)),
  });
}

function overOwnedComponents(sources: IndicatorSources): IndicatorReading {
  const owned = sources.organisation.components.filter(
    (one) => one.isLive === true && one.ownerIds.length > 0,
  );
  if (owned.length === 0) return unownedReading(sources, "live components with an owner");
  const many = owned.filter((one) => one.ownerIds.length >= manyOwners);
  return reading({
    value: many.length / owned.length,
    n: owned.length,
    coverage: sources.ownerCoverage,
    text: `${counted(many.length, "live component")} of ${String(owned.length)} have ${String(manyOwners)} owners or more${
      many.length === 0
        ? ""
        : `: ${some(
            many.map(({ name }) => name),
            5,
          )}`
    }`,
    spread: spreadOf(new Set(owned.map((one) => one.repositoryId)).size),
    evidence: many.flatMap((one) => one.evidence.slice(0, 1)),
  });
}

/** Of what is in use, what somebody keeps a copy of beside it. */
function copiedCapabilities({ adoption, organisation }: IndicatorSources): IndicatorReading {
  const used = adoption.filter((one) => one.adoptersNow > 0);
  if (used.length === 0)
    return notRead("no-uses", "Nothing that is offered is in use.", "More repositories.");
  const copied = used.filter(({ defections }) =>
    defections.some(({ kind }) => kind === "vendored-copy"),
  );
  const nameOf = new Map(organisation.capabilities.map(({ id, name }) => [id, name]));
  return reading({
    value: copied.length / used.length,
    n: used.length,
    coverage: 1,
    text: `${counted(copied.length, "capability", "capabilities")} of ${String(used.length)} in use are kept as copies as well${
      copied.length === 0
        ? ""
        : `: ${some(
            copied.map(({ capabilityId }) => nameOf.get(capabilityId) ?? capabilityId),
            3,
          )}`
    }`,
    spread: spreadOfMean(used.map((one) => Number(copied.includes(one)))),
    evidence: copied.flatMap(({ defections }) =>
      defections.flatMap((one) => one.evidence.slice(0, 2)),
    ),
  });
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
