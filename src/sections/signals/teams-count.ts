import type { ConfiguredDecision } from "#contract/configuration-decision.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { counted } from "#kernel/phrases.ts";
import { countedTeams, ownersKnownOf } from "#model/keepers.ts";
import type { Organisation } from "#model/organisation.ts";

/** People of a team, where only people are counted (uncalibrated). */
const teamSize = 7;
/** Days of work within a year from which somebody is at home in the organisation. */
const leastDays = 12;
const yearDays = 365;
const secondsPerDay = 86_400;
const fewest = 4;

/** As declared; else those with live components, where most owners are known; else as many as the people at work would make. */
export function teamsCount(
  { teams: declared, engineers }: ConfiguredDecision["organisation"],
  organisation: Organisation,
  repositories: readonly RepositoryEvidence[],
): { readonly count: number; readonly reason: string } {
  if (declared !== null)
    return { count: declared, reason: `${counted(declared, "team")} as declared.` };
  if (engineers !== null) {
    const count = Math.max(1, Math.round(engineers / teamSize));
    return {
      count,
      reason: `${counted(engineers, "engineer")} as declared, ${String(teamSize)} to a team.`,
    };
  }
  const { components, teams, asOf } = organisation;
  const live = new Set(components.filter((one) => one.isLive !== false).map(({ id }) => id));
  const seen = teams.filter(
    (team) => team.kind === "team" && team.componentIds.some((id) => live.has(id)),
  ).length;
  const known = ownersKnownOf(components);
  if (known === "mostly" && seen > 0)
    return { count: seen, reason: `${countedTeams(seen, known)} with live components.` };
  const people = peopleAtWork(repositories, asOf);
  const guessed = Math.round(people / teamSize);
  const count = Math.max(seen, guessed, 1);
  if (count === 1 && people < teamSize)
    return {
      count: fewest,
      reason: `The number of teams is not known; ${String(fewest)} are assumed. organisation.teams in fulcrum.yaml says it.`,
    };
  return {
    count,
    reason: `Owners are not all seen (${countedTeams(seen, known)}): about ${String(count)} teams, for ${String(people)} people were at work on twelve days of a year or more, ${String(teamSize)} to a team. organisation.teams in fulcrum.yaml says it.`,
  };
}

function peopleAtWork(repositories: readonly RepositoryEvidence[], until: number): number {
  const end = Math.floor(until / secondsPerDay);
  const days = new Map<string, Set<number>>();
  for (const { activity } of repositories) {
    activity.day.forEach((day, row) => {
      if (day <= end - yearDays || day > end) return;
      const person = activity.persons[activity.personIndex[row] ?? 0] ?? "";
      const own = days.get(person);
      if (own === undefined) days.set(person, new Set([day]));
      else own.add(day);
    });
  }
  return [...days.values()].filter(({ size }) => size >= leastDays).length;
}
