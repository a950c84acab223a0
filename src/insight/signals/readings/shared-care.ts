import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import { appendAll } from "#kernel/lists-by-key.ts";
import { quarterOf } from "#evidence/change-quarters.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { seenUntil } from "#model/data-end.ts";
import { counted, numberOf, percentOf } from "#kernel/phrases.ts";
import { notRead, reading, type IndicatorReading } from "../indicator.ts";
import { newestCommit } from "#evidence/newest-commit.ts";
import { countedBy } from "./common-readings.ts";
import type { IndicatorSources } from "./indicator-sources.ts";
import { spreadOfShare } from "./spread.ts";

const secondsPerDay = 86_400;
const yearDays = 365;
const quarters = 4;
/** Sums of fewer people are not looked at. */
const fewestPeople = 5;
/** Repositories of other components than the provider's that use something of it now. */
const leastOthers = 2;

/** Repositories that others build on, with the components that do. */
interface Shared {
  readonly repository: RepositoryEvidence;
  readonly uses: readonly {
    readonly componentId: string;
    readonly from: number;
    readonly to: number | null;
  }[];
}

function sharedRepositories({ organisation, adoption, repositories }: IndicatorSources): Shared[] {
  const components = new Map(organisation.components.map((one) => [one.id, one]));
  const providerOf = new Map(
    organisation.capabilities.map((one) => [one.id, one.providerComponentId]),
  );
  const byRepository = new Map<
    string,
    { componentId: string; from: number; to: number | null }[]
  >();
  for (const { capabilityId, uses } of adoption) {
    const home = components.get(providerOf.get(capabilityId) ?? "")?.repositoryId;
    if (home === undefined) continue;
    const others = uses.filter((use) => components.get(use.componentId)?.repositoryId !== home);
    appendAll(byRepository, home, others);
  }
  return repositories.flatMap((repository) => {
    const uses = byRepository.get(repository.id) ?? [];
    const now = new Set(
      uses.flatMap((use) =>
        use.to === null ? (components.get(use.componentId)?.repositoryId ?? []) : [],
      ),
    );
    return now.size >= leastOthers ? [{ repository, uses }] : [];
  });
}

const noneShared = () =>
  notRead(
    "none-shared",
    "No repository that was read is built on by two others.",
    "Clones of the repositories that provide what others use.",
  );

/** Changes by people in the last four whole quarters against the four before. */
export function platformWorkFalling(sources: IndicatorSources): IndicatorReading {
  const shared = sharedRepositories(sources);
  if (shared.length === 0) return noneShared();
  const parts = shared.map(({ repository }) => {
    const last = quarterOf(seenUntil(sources.organisation, repository.id)) - 1;
    const changes = (from: number, to: number): number =>
      repository.changes.kinds
        .filter(({ quarter }) => quarter > from && quarter <= to)
        .reduce((total, one) => total + one.humanChangesCount, 0);
    return {
      repository,
      now: changes(last - quarters, last),
      before: changes(last - 2 * quarters, last - quarters),
    };
  });
  const now = sum(parts.map((one) => one.now));
  const before = sum(parts.map((one) => one.before));
  if (before === 0) {
    return notRead(
      "no-history",
      "Two years of work on what is shared are needed to see whether it falls.",
      "Clones with their whole history.",
    );
  }
  const { clusters, deviation } = spreadOfShare(
    parts.map((one) => ({ cluster: one.repository.id, part: one.now, of: one.before })),
  );
  return reading({
    value: 1 - now / before,
    n: before,
    coverage: 1,
    text: `People made ${numberOf(now)} changes to ${counted(shared.length, "shared repository", "shared repositories")} in the last four quarters, and ${numberOf(before)} in the four before`,
    spread: { clusters, deviation },
    evidence: parts
      .toSorted((a, b) => b.before - b.now - (a.before - a.now))
      .slice(0, 12)
      .flatMap((one) =>
        newestCommit(
          one.repository,
          `${String(one.before)} changes by people, then ${String(one.now)}`,
        ),
      ),
  });
}

/** Growth a year of consumers for each person at work on what they use, over two years. */
export function consumersPerContributor(sources: IndicatorSources): IndicatorReading {
  const shared = sharedRepositories(sources);
  if (shared.length === 0) return noneShared();
  const at = (daysAgo: number) => ({
    people: peopleOf(shared, sources.organisation, daysAgo),
    consumers: sum(
      shared.map((one) =>
        consumersAt(
          one,
          seenUntil(sources.organisation, one.repository.id) - daysAgo * secondsPerDay,
        ),
      ),
    ),
  });
  const now = at(0);
  const before = at(2 * yearDays);
  if (now.people < fewestPeople || before.people < fewestPeople || before.consumers === 0) {
    return notRead(
      "too-few",
      `Fewer than ${String(fewestPeople)} people worked on what is shared in one of the years compared, or nobody used it.`,
      "Clones with their whole history.",
    );
  }
  const ratio = now.consumers / now.people / (before.consumers / before.people);
  const growth = Math.sqrt(ratio) - 1;
  return reading({
    value: growth,
    n: shared.length,
    coverage: 1,
    text: `${counted(now.consumers, "use")} of ${counted(shared.length, "shared repository", "shared repositories")} for ${counted(now.people, "person", "people")} at work on them within a year; two years before ${String(before.consumers)} for ${String(before.people)}`,
    spread: { clusters: shared.length, deviation: null },
    evidence: usedNow(shared),
  });
}

/** Of the work of people on what is shared, what was done by those who did most of theirs elsewhere: a weak sign. */
export function workByOthers(sources: IndicatorSources): IndicatorReading {
  const shared = sharedRepositories(sources);
  if (shared.length === 0) return noneShared();
  const ids = new Set(shared.map(({ repository }) => repository.id));
  const total = new Map<string, { here: number; all: number }>();
  for (const { id, activity } of sources.repositories) {
    const end = Math.floor(seenUntil(sources.organisation, id) / secondsPerDay);
    activity.day.forEach((day, row) => {
      if (day < end - yearDays || day >= end) return;
      const person = activity.persons[activity.personIndex[row] ?? 0] ?? "";
      const own = total.get(person) ?? { here: 0, all: 0 };
      total.set(person, { here: own.here + Number(ids.has(id)), all: own.all + 1 });
    });
  }
  const working = [...total.values()].filter(({ here }) => here > 0);
  const others = working.filter(({ here, all }) => here * 2 < all);
  if (working.length < fewestPeople || others.length < fewestPeople) {
    return notRead(
      "too-few-people",
      `Fewer than ${String(fewestPeople)} people are on one side of it: not looked at.`,
      "More repositories, or the interview: fulcrum interview --topic ownership.",
    );
  }
  const days = sum(working.map(({ here }) => here));
  const byOthers = sum(others.map(({ here }) => here));
  return reading({
    value: byOthers / days,
    n: working.length,
    coverage: null,
    text: `${percentOf(byOthers / days)} of the days of work on what is shared were by people who mostly work elsewhere`,
    spread: spreadOfShare(
      working.map((one, index) => ({
        cluster: String(index),
        part: others.includes(one) ? one.here : 0,
        of: one.here,
      })),
    ),
    evidence: usedNow(shared),
  });
}

/** The shared repositories that the most components use now. */
function usedNow(shared: readonly Shared[]): EvidenceRef[] {
  const countOf = new Map(
    shared.map(({ repository, uses }) => [
      repository.id,
      new Set(uses.flatMap((use) => (use.to === null ? use.componentId : []))).size,
    ]),
  );
  return countedBy(
    shared.map(({ repository }) => repository),
    (id) => countOf.get(id) ?? 0,
    ({ name }, count) => `${counted(count, "component")} build on ${name}`,
  );
}

/** People at work on any of them within a year that ended so many days before each was last seen. */
function peopleOf(
  shared: readonly Shared[],
  organisation: IndicatorSources["organisation"],
  daysAgo: number,
): number {
  const people = new Set<string>();
  for (const { repository } of shared) {
    const to = Math.floor(seenUntil(organisation, repository.id) / secondsPerDay) - daysAgo;
    const { day, persons, personIndex } = repository.activity;
    day.forEach((one, row) => {
      if (one >= to - yearDays && one < to) people.add(persons[personIndex[row] ?? 0] ?? "");
    });
  }
  return people.size;
}

function consumersAt({ uses }: Shared, at: number): number {
  return new Set(
    uses
      .filter((use) => use.from <= at && (use.to === null || use.to > at))
      .map((use) => use.componentId),
  ).size;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
