import type { Indicator, SignalId } from "./indicator.ts";
import type { Reliability } from "./reliability.ts";

const specified = "the project's definition of the signal; uncalibrated";
const judged = "a judgement of this project; uncalibrated";

interface Given
  extends
    Pick<Indicator, "facet" | "title" | "unit" | "minimumN">,
    Partial<Pick<Indicator, "countedAs" | "asking">> {
  readonly of: SignalId;
  readonly points: readonly [zero: number, one: number];
  readonly reliability: Reliability;
  readonly isSpecified?: true;
}

/** An indicator of a signal; what is not given has its usual value. */
export function indicator({
  points: [zeroPoint, onePoint],
  reliability: [reliabilityFor, reliabilityAgainst],
  isSpecified: fromDefinition,
  countedAs = null,
  asking = null,
  ...rest
}: Given): Indicator {
  return {
    ...rest,
    zeroPoint,
    onePoint,
    reliabilityFor,
    reliabilityAgainst,
    countedAs,
    asking,
    origin: fromDefinition === true ? specified : judged,
    isCalibrated: false,
  };
}

/** How somebody would make it known, and what that takes. */
export const asked = {
  owner: {
    hours: 0.25,
    what: "who is named as owner of the platform as a product",
    by: "fulcrum interview --topic ownership",
  },
  decider: {
    hours: 0.25,
    what: "who decides what the platform does next, and who takes in what is asked of it",
    by: "fulcrum interview --topic ownership",
  },
  owners: {
    hours: 2,
    what: "who owns what",
    by: "CODEOWNERS files, or a catalogue named in fulcrum.yaml (catalogues)",
  },
  survey: {
    hours: 8,
    what: "the people who build whether tools hold them up",
    by: "a survey of ten minutes, named in fulcrum.yaml (surveys)",
  },
  requests: {
    hours: 3,
    what: "for an export of what teams requested",
    by: "requests in fulcrum.yaml",
  },
  advisories: {
    hours: 1,
    what: "for the advisories that matter",
    by: "OSV files, named in fulcrum.yaml (advisories)",
  },
  comparison: {
    hours: 0.25,
    what: "for the code to be compared",
    by: "fulcrum assess, without --no-duplication",
  },
  removals: {
    hours: 1,
    what: "what was promised to be removed, and by when",
    by: "deprecations in fulcrum.yaml",
  },
  runtimes: {
    hours: 1,
    what: "which runtimes are used, and when each ends",
    by: "runtimes in fulcrum.yaml",
  },
  objectives: {
    hours: 16,
    what: "for objectives and the counts behind them",
    by: "OpenSLO files, and reliability in fulcrum.yaml",
  },
} as const;
export const isSpecified = true;
