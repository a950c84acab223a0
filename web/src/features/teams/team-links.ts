import type { Capability, Consumption, ReportView, Team } from "#web/api/report-view.ts";

export interface TeamLinks {
  readonly provided: readonly Capability[];
  /** Ids of the capabilities that the team's components use now. */
  readonly used: readonly string[];
  readonly uses: readonly Consumption[];
}

export function teamLinks(view: ReportView, team: Team): TeamLinks {
  const uses = team.componentIds.flatMap((id) => view.usesOf(id)).filter((use) => use.to === null);
  return {
    provided: view.report.capabilities.filter((one) => one.ownerIds.includes(team.id)),
    used: [...new Set(uses.map((use) => use.capabilityId))],
    uses,
  };
}
