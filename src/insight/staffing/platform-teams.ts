import type { Organisation } from "#model/organisation.ts";
import type { StaffingOptions } from "./options.ts";
import type { PlatformUse } from "./platform-uses.ts";
import type { PlatformTeam } from "./result.ts";

/** Derived from persons: goes in, and comes out only as yes or no for teams of five people and more. */
export interface TeamEffort {
  /** Contributor-months of the last year by component. */
  readonly byComponent: ReadonlyMap<string, number>;
  /** Different people behind a team's components in that year; a lower bound. */
  readonly peopleByTeam: ReadonlyMap<string, number>;
}

export interface FoundTeams {
  /** Teams that own something others build on. */
  readonly teams: readonly PlatformTeam[];
  readonly withheldCount: number;
  readonly contradictions: readonly string[];
}

/**
 * Teams with more than half of their effort in components that others build on. Of fewer than five people effort is not
 * looked at: their live components are counted instead, and the team may or may not be one.
 */
export function findPlatformTeams(
  { teams, components }: Organisation,
  uses: readonly PlatformUse[],
  { effort, declared }: { readonly effort: TeamEffort; readonly declared: readonly string[] },
  { suppressBelow }: StaffingOptions,
): FoundTeams {
  const used = new Set(uses.flatMap(({ providerId }) => providerId ?? []));
  const componentOf = new Map(components.map((one) => [one.id, one]));
  const isDeclared = (name: string): boolean =>
    declared.some((one) => one.toLowerCase() === name.toLowerCase());
  let withheldCount = 0;
  const found = teams
    .filter((team) => team.kind === "team")
    .flatMap((team): PlatformTeam[] => {
      const own = team.componentIds.filter((id) => componentOf.get(id)?.isLive !== false);
      const componentIds = own.filter((id) => used.has(id));
      const base = { teamId: team.id, componentIds };
      if (isDeclared(team.name)) return [{ ...base, basis: "declared", isCounted: true }];
      if (declared.length > 0 || componentIds.length === 0) return [];
      const total = sumOver(own, effort.byComponent);
      if ((effort.peopleByTeam.get(team.id) ?? 0) >= suppressBelow && total > 0) {
        const isCounted = sumOver(componentIds, effort.byComponent) * 2 > total;
        return [{ ...base, basis: "effort", isCounted }];
      }
      withheldCount += 1;
      const isMostOfIt = componentIds.length * 2 > own.length;
      return [{ ...base, basis: "components", isCounted: isMostOfIt ? null : false }];
    });
  const names = new Set(teams.map(({ name }) => name.toLowerCase()));
  const contradictions = declared.flatMap((name) => {
    if (!names.has(name.toLowerCase()))
      return [`${name} is declared as a platform team and owns nothing that was read.`];
    const team = found.find((one) => one.teamId.toLowerCase() === `team:${name.toLowerCase()}`);
    return team !== undefined && team.componentIds.length === 0
      ? [`${name} is declared as a platform team, yet no other owners build on what it owns.`]
      : [];
  });
  return { teams: found, withheldCount, contradictions };
}

function sumOver(ids: readonly string[], values: ReadonlyMap<string, number>): number {
  return ids.reduce((sum, id) => sum + (values.get(id) ?? 0), 0);
}
