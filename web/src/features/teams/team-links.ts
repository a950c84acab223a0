import { usesOf } from "#web/api/look-ups.ts";
import type { Capability, Consumption, Team } from "#web/api/report-rows.ts";

export interface TeamLinks {
  readonly provided: readonly Capability[];
  /** Ids of the capabilities that the team's components use now. */
  readonly used: readonly string[];
  readonly uses: readonly Consumption[];
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
