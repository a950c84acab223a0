import type { Configuration, ConfiguredCorrection } from "#contract/configuration.ts";
import type { Correction, ModelConfiguration } from "#model/configuration.ts";

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

/** Start of an ISO date, UTC. */
function secondsOf(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / 1000);
}
