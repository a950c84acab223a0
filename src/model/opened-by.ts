import type { Moment } from "#evidence/moment.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { BuiltComponent } from "./components.ts";
import type { Capability } from "./organisation.ts";
import type { Opener } from "#vocabulary/adoption.ts";

const secondsPerDay = 86_400;
/** The author counts as belonging where he was active in this many days before (insights §3). */
const activeDays = 180;
/** A dependency that is there within this time of the component's first commit was born with it: a template, a cut from another repository, or written on the first day. */
const birthSeconds = secondsPerDay;

/** Commits of each person by repository and day: answers who somebody was mostly working for. Stays inside the model. */
export class PeopleIndex {
  private readonly byPerson = new Map<
    string,
    { repositoryId: string; days: [day: number, commits: number][] }[]
  >();

  private readonly numbers = new Map<string, number>();

  constructor(repositories: readonly RepositoryEvidence[]) {
    for (const repository of repositories) {
      const { persons, personIndex, day, commitsCount } = repository.activity;
      const rows = new Map<number, [number, number][]>();
      for (let row = 0; row < day.length; row++) {
        const person = personIndex[row] ?? 0;
        const list = rows.get(person);
        const entry: [number, number] = [day[row] ?? 0, commitsCount[row] ?? 0];
        if (list === undefined) rows.set(person, [entry]);
        else list.push(entry);
      }
      for (const [person, days] of rows) {
        const name = persons[person] ?? "";
        const list = this.byPerson.get(name) ?? [];
        list.push({ repositoryId: repository.id, days });
        this.byPerson.set(name, list);
      }
    }
  }

  /** A number for the person within this run. */
  numberOf(person: string): number {
    const known = this.numbers.get(person) ?? this.numbers.size;
    this.numbers.set(person, known);
    return known;
  }

  /** Commits of the person in the 180 days before `at`, by repository. */
  before(person: string, at: number): ReadonlyMap<string, number> {
    const to = Math.floor(at / secondsPerDay);
    const from = to - activeDays;
    const counts = new Map<string, number>();
    for (const { repositoryId, days } of this.byPerson.get(person) ?? []) {
      let sum = 0;
      for (const [day, commits] of days) if (day >= from && day < to) sum += commits;
      if (sum > 0) counts.set(repositoryId, sum);
    }
    return counts;
  }
}

export interface OpenedByContext {
  readonly people: PeopleIndex;
  /** Repositories by owner id: a team works for its capability wherever its code lies. */
  readonly repositoriesOf: ReadonlyMap<string, ReadonlySet<string>>;
  readonly built: ReadonlyMap<string, BuiltComponent>;
}

/** The kind of opener, and a number for the person where one is known. */
export interface Opening {
  readonly openedBy: Opener;
  readonly opener?: number;
}

/** The file and the dependency by which a use began. */
export interface UseBeginning {
  readonly path: string;
  readonly purl: string;
  readonly from: Moment;
}

/**
 * Who opened a use: the component was born with it (`template`); a bot; else the side, consumer's or provider's owner, in
 * whose repositories the author made more commits in the 180 days before. Neither or equal: unclear.
 */
export function openedBy(
  built: BuiltComponent,
  capability: Capability,
  { path, purl, from }: UseBeginning,
  context: OpenedByContext,
): Opening {
  const { component, unit } = built;
  if (component.born !== null && from.at - component.born.at <= birthSeconds) {
    return { openedBy: "template" };
  }
  const author = unit.repository.authors.find(
    (one) => one.commit === from.commit && one.path === path && one.subject === purl,
  );
  if (author?.isBot === true) return { openedBy: "bot" };
  if (author === undefined || author.person === null) return { openedBy: "unclear" };
  const opener = context.people.numberOf(author.person);
  const commits = context.people.before(author.person, from.at);
  const provider =
    capability.providerComponentId === null
      ? undefined
      : context.built.get(capability.providerComponentId);
  const consumerSide = side(built, context);
  const providerSide = provider === undefined ? new Set<string>() : side(provider, context);
  let forConsumer = 0;
  let forProvider = 0;
  for (const [repository, count] of commits) {
    const isConsumer = consumerSide.has(repository);
    const isProvider = providerSide.has(repository);
    if (isConsumer && !isProvider) forConsumer += count;
    if (isProvider && !isConsumer) forProvider += count;
    // One team owns both: what counts is in which of the two repositories the work was.
    if (isConsumer && isProvider && repository === unit.repository.id) forConsumer += count;
    if (isConsumer && isProvider && repository === provider?.unit.repository.id)
      forProvider += count;
  }
  if (forConsumer === forProvider) return { openedBy: "unclear", opener };
  return { openedBy: forConsumer > forProvider ? "consumer" : "provider", opener };
}

function side(built: BuiltComponent, context: OpenedByContext): ReadonlySet<string> {
  const repositories = new Set([built.unit.repository.id]);
  for (const owner of built.component.ownerIds) {
    for (const repository of context.repositoriesOf.get(owner) ?? []) repositories.add(repository);
  }
  return repositories;
}
