import type { Random } from "#kernel/stats-resample.ts";

/** What is true of a simulated organisation: rates from which everything that is seen of it is drawn. */
export interface Truth {
  /** Length of its history. */
  readonly years: number;
  readonly teams: number;
  readonly componentsPerTeam: number;
  readonly capabilities: number;
  /** Components that provide them. */
  readonly providers: number;
  /** Chance that a component of another team uses a capability; 0: nobody builds on anybody. */
  readonly use: number;
  /** The platform falls into two domains whose consumers hardly overlap. */
  readonly hasTwoDomains: boolean;
  /** Chance that a component does a job another way than most do. */
  readonly otherWay: number;
  /** Share of lines that more than one owner keeps. */
  readonly copied: number;
  readonly documentation: number;
  readonly majorsPerYear: number;
  /** Chance that a use stays on an old major version. */
  readonly behind: number;
  /** Chance that a consumer keeps a wrapper. */
  readonly workaround: number;
  readonly overdue: number;
  readonly maintenanceGap: number;
  /** Chance that an owner is hit by the widest runtime, and by the widest advisory. */
  readonly runtime: number;
  readonly advisory: number;
  /** Growth a year of rework, churn, dependency lag and hot files. */
  readonly growth: number;
  /** One capability is adopted by everybody within weeks of a decision. */
  readonly isMandated: boolean;
}

export const scenarios = [
  "nothing",
  "duplicated-job",
  "unstable-api",
  "put-off-platform",
  "speed-for-maintainability",
  "shared-risk",
  "mandated-adoption",
  "two-domains",
  "no-platform",
  "one-team",
  "twenty-years",
  "everything",
] as const;
export type Scenario = (typeof scenarios)[number];

/** Nothing is wrong: every rate at or below the 0-point of its indicator, or at 2 % where that is 0; sizes vary. */
function nothing(random: Random): Truth {
  const between = (low: number, high: number): number => low + random() * (high - low);
  return {
    years: 6,
    teams: Math.round(between(4, 14)),
    componentsPerTeam: Math.round(between(2, 6)),
    capabilities: Math.round(between(5, 14)),
    providers: Math.round(between(1, 10)),
    use: between(0.3, 0.8),
    hasTwoDomains: false,
    otherWay: between(0, 0.12),
    copied: between(0, 0.005),
    documentation: between(0.8, 0.95),
    majorsPerYear: between(0, 0.5),
    behind: between(0, 0.1),
    workaround: between(0, 0.02),
    overdue: between(0, 0.02),
    maintenanceGap: between(0, 0.02),
    runtime: between(0, 0.2),
    advisory: between(0, 0.2),
    growth: 0,
    isMandated: false,
  };
}

const planted: Readonly<Record<Scenario, Partial<Truth>>> = {
  nothing: {},
  "duplicated-job": { otherWay: 0.6, copied: 0.045 },
  "unstable-api": { documentation: 0.4, majorsPerYear: 3, behind: 0.5, workaround: 0.25 },
  "put-off-platform": { overdue: 0.5, maintenanceGap: 0.3 },
  "speed-for-maintainability": { growth: 0.3 },
  "shared-risk": { runtime: 0.6, advisory: 0.6 },
  "mandated-adoption": { isMandated: true },
  "two-domains": {
    hasTwoDomains: true,
    teams: 12,
    componentsPerTeam: 4,
    capabilities: 10,
    providers: 10,
    use: 0.7,
  },
  "no-platform": { use: 0 },
  "one-team": { teams: 1 },
  "twenty-years": { years: 20 },
  everything: {
    otherWay: 0.6,
    copied: 0.045,
    documentation: 0.4,
    majorsPerYear: 3,
    behind: 0.5,
    workaround: 0.25,
    overdue: 0.5,
    maintenanceGap: 0.3,
    runtime: 0.6,
    advisory: 0.6,
    growth: 0.3,
  },
};

/** `strength` 1 plants the whole of it, 0 nothing: rates in between are interpolated. */
export function truthOf(scenario: Scenario, random: Random, strength = 1): Truth {
  const healthy = nothing(random);
  const whole = { ...healthy, ...planted[scenario] };
  if (strength === 1) return whole;
  const between = (from: number, to: number): number => from + strength * (to - from);
  return {
    ...whole,
    otherWay: between(healthy.otherWay, whole.otherWay),
    copied: between(healthy.copied, whole.copied),
    documentation: between(healthy.documentation, whole.documentation),
    majorsPerYear: between(healthy.majorsPerYear, whole.majorsPerYear),
    behind: between(healthy.behind, whole.behind),
    workaround: between(healthy.workaround, whole.workaround),
    overdue: between(healthy.overdue, whole.overdue),
    maintenanceGap: between(healthy.maintenanceGap, whole.maintenanceGap),
    runtime: between(healthy.runtime, whole.runtime),
    advisory: between(healthy.advisory, whole.advisory),
    growth: between(healthy.growth, whole.growth),
  };
}

/** Signals that are planted: everything else that is called present is a false alarm. */
export const plantedSignals: Readonly<Record<Scenario, readonly number[]>> = {
  nothing: [],
  "duplicated-job": [1],
  "unstable-api": [3],
  "put-off-platform": [5],
  "speed-for-maintainability": [6],
  "shared-risk": [7],
  "mandated-adoption": [],
  "two-domains": [],
  "no-platform": [],
  "one-team": [],
  "twenty-years": [],
  everything: [1, 3, 5, 6, 7],
};
