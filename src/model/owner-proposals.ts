import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { BuiltComponent } from "./components.ts";
import { isIndividual } from "./owner-register.ts";

const secondsPerDay = 86_400;
/** Work of this many days before as-of tells who maintains a repository. Uncalibrated. */
const windowDays = 730;
/** People who must have worked on a repository: one person alone is no team. */
const leastPeople = 2;
/** Days of work, each person's counted, below which nothing is proposed. */
const leastDays = 10;
/** Share of a person's owned work that one team must have, and share of a repository's work that its people must have. */
const leastShare = 0.75;

export interface ProposedOwner {
  readonly ownerId: string;
  /** Share of the work on the repository that people of the team did. */
  readonly share: number;
  readonly peopleCount: number;
  readonly days: number;
}

/**
 * Teams by repository without a single owner, where nearly all recent human work on it was done by people who otherwise work nearly
 * always on what one team owns. Empty where no team owns anything; what is owned by several counts for none of them.
 */
export function proposeOwners(
  repositories: readonly RepositoryEvidence[],
  built: readonly BuiltComponent[],
  asOf: number,
): ReadonlyMap<string, ProposedOwner> {
  const teamOf = teamsOfRepositories(built);
  const proposals = new Map<string, ProposedOwner>();
  if (teamOf.size === 0) return proposals;
  const days = new Map(repositories.map((one) => [one.id, daysByPerson(one, asOf)]));
  const homes = homesOf(days, teamOf);
  for (const { id } of repositories) {
    if (teamOf.has(id)) continue;
    const byPerson = days.get(id) ?? new Map<string, number>();
    const byTeam = new Map<string, { days: number; people: number }>();
    let all = 0;
    for (const [person, count] of byPerson) {
      all += count;
      const team = homes.get(person);
      if (team === undefined) continue;
      const known = byTeam.get(team) ?? { days: 0, people: 0 };
      byTeam.set(team, { days: known.days + count, people: known.people + 1 });
    }
    const [most] = [...byTeam].sort((a, b) => b[1].days - a[1].days);
    if (most === undefined || all < leastDays) continue;
    const [ownerId, work] = most;
    const share = work.days / all;
    if (share >= leastShare && work.people >= leastPeople)
      proposals.set(id, { ownerId, share, peopleCount: work.people, days: work.days });
  }
  return proposals;
}

/** The one team that owns everything in a repository; null: several, or persons. Repositories without any owner are left out. */
function teamsOfRepositories(built: readonly BuiltComponent[]): ReadonlyMap<string, string | null> {
  const teams = new Map<string, string | null>();
  for (const { component } of built) {
    for (const owner of component.ownerIds) {
      const known = teams.get(component.repositoryId);
      const isSame = known === undefined || known === owner;
      teams.set(component.repositoryId, isSame && !isIndividual(owner) ? owner : null);
    }
  }
  return teams;
}

function daysByPerson(
  { activity, head }: RepositoryEvidence,
  asOf: number,
): ReadonlyMap<string, number> {
  const end = Math.floor(Math.min(asOf, head?.at ?? asOf) / secondsPerDay);
  const counts = new Map<string, number>();
  for (let row = 0; row < activity.day.length; row++) {
    const day = activity.day[row] ?? 0;
    if (day > end || day <= end - windowDays) continue;
    const person = activity.persons[activity.personIndex[row] ?? 0] ?? "";
    counts.set(person, (counts.get(person) ?? 0) + 1);
  }
  return counts;
}

/** The team for which somebody did nearly all work on what has an owner. */
function homesOf(
  days: ReadonlyMap<string, ReadonlyMap<string, number>>,
  teamOf: ReadonlyMap<string, string | null>,
): ReadonlyMap<string, string> {
  const work = new Map<string, Map<string, number>>();
  for (const [id, byPerson] of days) {
    const team = teamOf.get(id);
    if (team === undefined) continue;
    for (const [person, count] of byPerson) {
      const byTeam = work.get(person) ?? new Map<string, number>();
      work.set(person, byTeam.set(team ?? "", (byTeam.get(team ?? "") ?? 0) + count));
    }
  }
  const homes = new Map<string, string>();
  for (const [person, byTeam] of work) {
    const all = [...byTeam.values()].reduce((sum, count) => sum + count, 0);
    const [most] = [...byTeam].sort((a, b) => b[1] - a[1]);
    if (
      most !== undefined &&
      most[0] !== "" &&
      most[1] >= all * leastShare &&
      most[1] >= leastPeople
    )
      homes.set(person, most[0]);
  }
  return homes;
}

/** Components with the proposal for their repository put in where they have no owner; marked as inferred, with what was assumed. */
export function withProposals(
  built: readonly BuiltComponent[],
  proposals: ReadonlyMap<string, ProposedOwner>,
  nameOf: (ownerId: string) => string,
): BuiltComponent[] {
  return built.map((one) => {
    const { component, unit } = one;
    const proposal = proposals.get(component.repositoryId);
    const isOpen = component.ownerIds.length === 0 && component.ownerSource === "unknown";
    if (proposal === undefined || !isOpen) return one;
    const { ownerId, share, peopleCount, days } = proposal;
    const text = `proposed: ${nameOf(ownerId)}, assuming that who maintains it owns it: ${String(Math.round(share * 100))} % of the human work of two years (${String(days)} days, ${String(peopleCount)} people) is by people who work on what that team owns`;
    return {
      unit,
      component: {
        ...component,
        ownerIds: [ownerId],
        ownerSource: "inferred",
        evidence: [
          {
            source: "git",
            repositoryId: component.repositoryId,
            commit: unit.repository.head?.commit ?? null,
            path: null,
            line: null,
            at: unit.repository.head?.at ?? null,
            how: "inferred",
            confidence: "low",
            text,
          },
          ...component.evidence,
        ],
      },
    };
  });
}
