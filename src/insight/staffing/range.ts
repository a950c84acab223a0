import type { StaffingOptions } from "./options.ts";
import type { StaffingStage } from "#vocabulary/decision.ts";
import { highest, lowest } from "#kernel/extremes.ts";

export interface People {
  readonly low: number;
  readonly high: number;
}

/**
 * One for each major domain from two on; one for every ten to six platform-focused teams from six on; both: the range spans
 * both; neither: one.
 */
export function peopleFor(domains: number, teams: number, options: StaffingOptions): People {
  const byDomains = domains >= 2 ? [domains] : [];
  const byTeams =
    teams >= options.teamsFrom
      ? [Math.ceil(teams / options.mostTeams), Math.ceil(teams / options.leastTeams)]
      : [];
  const all = [...byDomains, ...byTeams];
  return all.length === 0 ? { low: 1, high: 1 } : { low: lowest(all), high: highest(all) };
}

export function stageOf(domains: number, teams: number, options: StaffingOptions): StaffingStage {
  if (domains >= 2) return teams >= options.teamsFrom ? "domains-and-teams" : "domains";
  return teams >= options.teamsFrom ? "teams" : "early";
}

/** The middle of a range, in whole people. */
export function middleOf({ low, high }: People): number {
  return Math.round((low + high) / 2);
}

export function spanOf(ranges: readonly People[]): People {
  return {
    low: lowest(ranges.map(({ low }) => low)),
    high: highest(ranges.map(({ high }) => high)),
  };
}
