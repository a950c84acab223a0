import type { ConfiguredDecision } from "#contract/configuration-decision.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { AdoptionResult } from "#insight/adoption/result.ts";
import { assessStaffing } from "#insight/staffing/assess-staffing.ts";
import type { TeamEffort } from "#insight/staffing/platform-teams.ts";
import type { StaffingResult } from "#insight/staffing/result.ts";
import { seenUntil } from "#model/data-end.ts";
import { monthOf, type ComponentEffort } from "#model/effort.ts";
import type { Organisation } from "#model/organisation.ts";

export interface StaffingSources {
  readonly organisation: Organisation;
  readonly repositories: readonly RepositoryEvidence[];
  readonly adoption: readonly AdoptionResult[];
  readonly effort: readonly ComponentEffort[];
  readonly configuration: ConfiguredDecision;
  readonly suppressBelow: number;
}

const windowMonths = 12;
const secondsPerDay = 86_400;
const windowDays = 365;

/** How many platform product managers, before anything else is decided: maturity asks for the number of teams. */
export function concludeStaffing(sources: StaffingSources): StaffingResult {
  const { organisation, adoption, configuration, suppressBelow } = sources;
  const { domains, platformTeams } = configuration.organisation;
  return assessStaffing(
    {
      organisation,
      adoption,
      effort: teamEffort(sources),
      declaredDomains: domains,
      declaredTeams: platformTeams,
    },
    { suppressBelow },
  );
}

function teamEffort({ organisation, repositories, effort }: StaffingSources): TeamEffort {
  const repositoryOf = new Map(organisation.components.map((one) => [one.id, one.repositoryId]));
  // The last year that was seen: of an older clone an earlier one.
  const since = (componentId: string): number =>
    monthOf(seenUntil(organisation, repositoryOf.get(componentId))) - windowMonths;
  return {
    byComponent: new Map(
      effort.map(({ componentId, months }) => {
        const from = since(componentId);
        return [
          componentId,
          [...months].reduce((sum, [month, value]) => sum + (month >= from ? value : 0), 0),
        ];
      }),
    ),
    peopleByTeam: peopleByTeam(organisation, repositories),
  };
}

/** Different people in repositories that are one team's alone: where teams share one, nobody can be told apart. */
function peopleByTeam(
  organisation: Organisation,
  repositories: readonly RepositoryEvidence[],
): Map<string, number> {
  const { teams, components } = organisation;
  const ownersOf = new Map<string, Set<string>>();
  for (const { repositoryId, ownerIds } of components) {
    const owners = ownersOf.get(repositoryId) ?? new Set<string>();
    for (const owner of ownerIds) owners.add(owner);
    ownersOf.set(repositoryId, owners);
  }
  const people = new Map(teams.map(({ id }) => [id, new Set<string>()]));
  for (const { id, activity } of repositories) {
    const [owner, ...others] = ownersOf.get(id) ?? [];
    const own = owner === undefined || others.length > 0 ? undefined : people.get(owner);
    if (own === undefined) continue;
    const endDay = Math.floor(seenUntil(organisation, id) / secondsPerDay);
    activity.day.forEach((day, row) => {
      if (day >= endDay - windowDays && day < endDay)
        own.add(activity.persons[activity.personIndex[row] ?? 0] ?? "");
    });
  }
  return new Map([...people].map(([team, set]) => [team, set.size]));
}
