import { isForeignPath } from "#evidence/foreign-path.ts";
import type { Moment } from "#evidence/moment.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { Component } from "./organisation.ts";
import { nearest, folderOf } from "./units.ts";

const secondsPerDay = 86_400;

/**
 * Effort that went into one component: active contributor-months. A person who committed in a month counts as one
 * person-month, split over the repositories by days with commits, then over components by the days on which they were touched.
 */
export interface ComponentEffort {
  readonly componentId: string;
  /** Month (years × 12 + months since year 0) → person-months, ascending. */
  readonly months: ReadonlyMap<number, number>;
  /** Person-months. */
  readonly total: number;
  /** Different people behind it: decides whether the figures may leave, and never leaves itself. */
  readonly peopleCount: number;
}

/** Month number of a time in seconds since the epoch, UTC. */
export function monthOf(at: number): number {
  const date = new Date(at * 1000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** Effort of people (bots are nobody) before `asOf`, for every component that had any; derived from persons: aggregates only. */
export function effortOf(
  repositories: readonly RepositoryEvidence[],
  components: readonly Component[],
  asOf: number,
): ComponentEffort[] {
  const monthOfDay = dayMonths();
  const inRepository = new Map<string, Component[]>();
  for (const one of components) {
    const list = inRepository.get(one.repositoryId);
    if (list === undefined) inRepository.set(one.repositoryId, [one]);
    else list.push(one);
  }
  const active = activeDays(
    repositories.map(({ id, first, activity }) => ({
      id,
      activity,
      startDay: startDay(first, inRepository.get(id) ?? []),
    })),
    Math.floor(asOf / secondsPerDay),
    monthOfDay,
  );
  const split = new Map(
    repositories.map((one) => [
      one.id,
      new ComponentSplit(one, inRepository.get(one.id) ?? [], monthOfDay),
    ]),
  );
  const months = new Map<string, Map<number, number[]>>();
  const people = new Map<string, Set<string>>();
  for (const [person, byMonth] of active) {
    for (const [month, byRepository] of byMonth) {
      let days = 0;
      for (const count of byRepository.values()) days += count;
      for (const [repository, count] of byRepository) {
        for (const [component, share] of split.get(repository)?.shares(month) ?? []) {
          const parts = months.get(component) ?? new Map<number, number[]>();
          months.set(component, parts);
          const part = (count / days) * share;
          const others = parts.get(month);
          if (others === undefined) parts.set(month, [part]);
          else others.push(part);
          const seen = people.get(component) ?? new Set<string>();
          people.set(component, seen.add(person));
        }
      }
    }
  }
  return components.flatMap(({ id }) => {
    const parts = months.get(id);
    if (parts === undefined) return [];
    const ascending = [...parts]
      .map(([month, own]): [number, number] => [month, sumOf(own)])
      .sort(([a], [b]) => a - b);
    const total = ascending.reduce((sum, [, value]) => sum + value, 0);
    const peopleCount = people.get(id)?.size ?? 0;
    return [{ componentId: id, months: new Map(ascending), total, peopleCount }];
  });
}

/** In the order of the values: that of persons is the order of pseudonyms, and another key would change the last digit. */
function sumOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b).reduce((sum, value) => sum + value, 0);
}

/** Where a repository was cut out of another: what is older was work on the other. All days else. */
function startDay(first: Moment | null, components: readonly Component[]): number {
  const born = components.find(({ path }) => path === ".")?.born ?? null;
  const isCutOut = born !== null && first !== null && born.at > first.at;
  return isCutOut ? Math.floor(born.at / secondsPerDay) : 0;
}

type MonthOfDay = (day: number) => number;

/** Days recur by the thousand: each is turned into its month once. */
function dayMonths(): MonthOfDay {
  const known = new Map<number, number>();
  return (day) => {
    const month = known.get(day) ?? monthOf(day * secondsPerDay);
    known.set(day, month);
    return month;
  };
}

/** Person → month → repository → days with commits. */
function activeDays(
  repositories: readonly (Pick<RepositoryEvidence, "id" | "activity"> & {
    readonly startDay: number;
  })[],
  endDay: number,
  monthOfDay: MonthOfDay,
): Map<string, Map<number, Map<string, number>>> {
  const active = new Map<string, Map<number, Map<string, number>>>();
  for (const { id, activity, startDay: start } of repositories) {
    for (let row = 0; row < activity.day.length; row++) {
      const day = activity.day[row] ?? 0;
      if (day < start || day >= endDay) continue;
      const person = activity.persons[activity.personIndex[row] ?? 0] ?? "";
      const month = monthOfDay(day);
      const byMonth = active.get(person) ?? new Map<number, Map<string, number>>();
      active.set(person, byMonth);
      const byRepository = byMonth.get(month) ?? new Map<string, number>();
      byMonth.set(month, byRepository);
      byRepository.set(id, (byRepository.get(id) ?? 0) + 1);
    }
  }
  return active;
}

type Shares = readonly (readonly [componentId: string, share: number])[];

/**
 * How the work of one repository spreads over its components: each day equally over those that were touched on it, however many
 * files of each. What nobody wrote by hand counts for nothing.
 */
class ComponentSplit {
  private readonly whole: Shares;
  /** Components that were born later have no part of a month. */
  private readonly bornIn = new Map<string, number>();
  private readonly byMonth = new Map<number, Map<string, number>>();

  constructor(
    repository: RepositoryEvidence,
    components: readonly Component[],
    monthOfDay: MonthOfDay,
  ) {
    const root = components.find((one) => one.path === ".") ?? components[0];
    this.whole = root === undefined ? [] : [[root.id, 1]];
    if (components.length < 2) return;
    for (const { id, born } of components) if (born !== null) this.bornIn.set(id, monthOf(born.at));
    const all = new Map<string, number>();
    for (const [day, ids] of touchedByDay(repository, components)) {
      const month = monthOfDay(day);
      const counts = this.byMonth.get(month) ?? new Map<string, number>();
      this.byMonth.set(month, counts);
      for (const id of ids) {
        counts.set(id, (counts.get(id) ?? 0) + 1 / ids.size);
        all.set(id, (all.get(id) ?? 0) + 1 / ids.size);
      }
    }
    if (all.size > 0) this.whole = sharesOf(all);
  }

  /** Of a month without a change of a file that is still there: as over all of history, of what was there by then. */
  shares(month: number): Shares {
    const counts = this.byMonth.get(month);
    if (counts !== undefined) return sharesOf(counts);
    const there = this.whole.filter(([id]) => (this.bornIn.get(id) ?? month) <= month);
    return there.length === this.whole.length || there.length === 0
      ? this.whole
      : sharesOf(new Map(there));
  }
}

/**
 * Day → components of which a file changed that somebody wrote: not vendored, generated or a lock file. Ascending. Where a component
 * has ended and its files stayed, work on them is from then on that of the component around it.
 */
function touchedByDay(
  { fileChanges, files }: RepositoryEvidence,
  components: readonly Component[],
): [day: number, ids: ReadonlySet<string>][] {
  const folders = new Set(components.map((one) => one.path));
  const componentAt = new Map(components.map((one) => [one.path, one]));
  const lockFiles = new Set(files.flatMap(({ path, locked }) => (locked.length > 0 ? path : [])));
  const touched = new Map<number, Set<string>>();
  const { paths, ends, days } = fileChanges;
  paths.forEach((path, index) => {
    if (isForeignPath(path) || lockFiles.has(path)) return;
    const around = componentsAround(folderOf(path), folders, componentAt);
    for (const day of days.subarray(ends[index - 1] ?? 0, ends[index])) {
      const own = around.find(({ goneAt }) => goneAt === null || day * secondsPerDay <= goneAt);
      const { id } = own ?? around[0] ?? {};
      if (id === undefined) continue;
      const ids = touched.get(day) ?? new Set<string>();
      touched.set(day, ids.add(id));
    }
  });
  return [...touched].sort(([a], [b]) => a - b);
}

/** The nearest first. */
function componentsAround(
  folder: string,
  folders: ReadonlySet<string>,
  componentAt: ReadonlyMap<string, Component>,
): Component[] {
  const found: Component[] = [];
  for (let at = folder; ; at = folderOf(at)) {
    at = nearest(at, folders);
    const component = componentAt.get(at);
    if (component !== undefined) found.push(component);
    if (at === ".") return found;
  }
}

function sharesOf(counts: ReadonlyMap<string, number>): Shares {
  let total = 0;
  for (const count of counts.values()) total += count;
  return [...counts].map(([id, count]) => [id, count / total] as const);
}
