import type { Configuration, ConfiguredCorrection } from "#contract/configuration.ts";
import type { AdoptionOptions, ScaleSeries } from "#insight/adoption/options.ts";
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

/** What `thresholds`, `jobs` and `scale` change in the defaults of the insight on adoption. */
export function adoptionOptions(
  configuration: Configuration,
  organisation: Organisation,
): Partial<AdoptionOptions> {
  const {
    sameUseGapDays,
    liveForDays,
    substituteWithinDays,
    majorGraceDays,
    mandateReachDays,
    ...sameInBoth
  } = configuration.thresholds;
  return {
    ...present(sameInBoth),
    ...present({
      sameUseGap: secondsOfDays(sameUseGapDays),
      liveFor: secondsOfDays(liveForDays),
      substituteWithin: secondsOfDays(substituteWithinDays),
      majorGrace: secondsOfDays(majorGraceDays),
      mandateReach: secondsOfDays(mandateReachDays),
    }),
    ...(configuration.jobs.length === 0 ? {} : { packageJobs: jobsByPackage(configuration) }),
    scale: scaleByCapability(configuration, organisation),
  };
}

function jobsByPackage({ jobs }: Configuration): Map<string, string> {
  return new Map(jobs.flatMap(({ job, packages }) => packages.map((one) => [one, job] as const)));
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

type Present<Values> = { [Key in keyof Values]?: Exclude<Values[Key], undefined> };

/** Without the keys that are undefined: they would hide the defaults. */
function present<Values extends object>(values: Values): Present<Values> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Present<Values>;
}

function secondsOfDays(days: number | undefined): number | undefined {
  return days === undefined ? undefined : days * secondsPerDay;
}

/** Start of an ISO date, UTC. */
function secondsOf(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / 1000);
}
