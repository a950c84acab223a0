import type { Configuration, ConfiguredCorrection } from "#contract/configuration.ts";
import type { DemandRequest } from "#evidence/declared.ts";
import type { AdoptionOptions, ScaleSeries } from "#insight/adoption/options.ts";
import { jobIndex, packageJobs } from "#insight/jobs/job-index.ts";
import { means, type Correction, type ModelConfiguration } from "#model/configuration.ts";
import type { Organisation } from "#model/organisation.ts";

const secondsPerDay = 86_400;

/** `fulcrum.yaml` in the words of the model: dates become seconds since the epoch, UTC. */
export function modelConfiguration(configuration: Configuration): ModelConfiguration {
  return {
    name: configuration.name,
    ownNamespaces: configuration.own.namespaces,
    ownPrefixes: configuration.own.prefixes,
    corrections: configuration.corrections.map(correctionOf),
    mandates: configuration.mandates.map(({ capability, at, text }) => ({
      capability,
      at: secondsOf(at),
      text,
    })),
    jobs: configuration.jobs,
    declaredClasses: new Map(Object.entries(configuration.declaredClasses)),
  };
}

function correctionOf(correction: ConfiguredCorrection): Correction {
  if (correction.kind !== "edge") return correction;
  return { ...correction, from: correction.from === null ? null : secondsOf(correction.from) };
}

/** What `thresholds`, `jobs` (before the catalogue of jobs) and `scale` change in the defaults of the insight on adoption. */
export function adoptionOptions(
  configuration: Configuration,
  organisation: Organisation,
  requests: readonly DemandRequest[] | null,
): Partial<AdoptionOptions> {
  const {
    sameUseGapDays: gap,
    liveForDays: live,
    substituteWithinDays: substitute,
    majorGraceDays: grace,
    mandateReachDays: reach,
    ...sameInBoth
  } = configuration.thresholds;
  return {
    ...sameInBoth,
    ...(gap === undefined ? {} : { sameUseGap: gap * secondsPerDay }),
    ...(live === undefined ? {} : { liveFor: live * secondsPerDay }),
    ...(substitute === undefined ? {} : { substituteWithin: substitute * secondsPerDay }),
    ...(grace === undefined ? {} : { majorGrace: grace * secondsPerDay }),
    ...(reach === undefined ? {} : { mandateReach: reach * secondsPerDay }),
    packageJobs: jobsByPackage(configuration, organisation),
    scale: scaleByCapability(configuration, organisation),
    hoursWaited: requests === null ? null : hoursWaited(requests, organisation),
  };
}

function jobsByPackage({ jobs }: Configuration, organisation: Organisation): Map<string, string> {
  const purls = organisation.thirdPartyUses.map((use) => use.purl);
  const configured = jobs.flatMap(({ job, packages }) =>
    packages.map((one) => [one, job] as const),
  );
  return new Map([...packageJobs(jobIndex(jobs), purls), ...configured]);
}

/** From opening to the answer, or to as-of while there is none; requests that name nothing that is offered say nothing. */
function hoursWaited(
  requests: readonly DemandRequest[],
  { capabilities, asOf }: Organisation,
): Map<string, number> {
  const hours = new Map<string, number>();
  for (const { about, openedAt, answeredAt, closedAt } of requests) {
    const meant = capabilities.find(
      (one) => about !== null && means(about, one.id, one.name, ...one.packages),
    );
    if (meant === undefined || openedAt > asOf) continue;
    const until = Math.min(answeredAt ?? closedAt ?? asOf, asOf);
    hours.set(meant.id, (hours.get(meant.id) ?? 0) + (until - openedAt) / 3600);
  }
  return hours;
}

function scaleByCapability(
  { scale }: Configuration,
  organisation: Organisation,
): Map<string, ScaleSeries> {
  const series = new Map<string, ScaleSeries>();
  for (const { capability, source, unit, values } of scale) {
    const meant = organisation.capabilities.find((one) =>
      means(capability, one.id, one.name, ...one.packages),
    );
    if (meant !== undefined) series.set(meant.id, { source, unit, values });
  }
  return series;
}

/** Start of an ISO date, UTC. */
function secondsOf(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / 1000);
}
