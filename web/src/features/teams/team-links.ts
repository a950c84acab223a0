import { oncePer } from "#web/api/once-per.ts";
import { standing, usesOf } from "#web/api/look-ups.ts";
import type { Capability, Component, Consumption, Team } from "#web/api/report-rows.ts";

export interface TeamLinks {
  readonly provided: readonly Capability[];
  /** Ids of the capabilities that the team's components use now. */
  readonly used: readonly string[];
  readonly uses: readonly Consumption[];
}

const standingIds = oncePer(
  (components: readonly Component[]) => new Set(standing(components).map(({ id }) => id)),
);

/** How many components of a team stand, and how many it has that are archived. */
export function teamCounts(
  team: Team,
  components: readonly Component[],
): { readonly standing: number; readonly archived: number } {
  const present = standingIds(components);
  const count = team.componentIds.filter((id) => present.has(id)).length;
  return { standing: count, archived: team.componentIds.length - count };
}

export function teamLinks(
  team: Team,
  capabilities: readonly Capability[],
  consumptions: readonly Consumption[],
): TeamLinks {
  const uses = team.componentIds
    .flatMap((id) => usesOf(consumptions, id))
    .filter((use) => use.to === null);
  return {
    provided: capabilities.filter((one) => one.ownerIds.includes(team.id)),
    used: [...new Set(uses.map((use) => use.capabilityId))],
    uses,
  };
}
