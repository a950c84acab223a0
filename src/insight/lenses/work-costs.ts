import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { quarterOf, startOfQuarter } from "#evidence/change-quarters.ts";
import { append } from "#kernel/lists-by-key.ts";
import { quantileOf } from "#kernel/stats-summary.ts";
import { humanChangesCount, type ComponentQuarter } from "#model/component-quarters.ts";
import type { Component } from "#model/organisation.ts";
import type { Span } from "../value/options.ts";
import { product } from "./spans.ts";

/** Hours of kinds of work, reckoned from how long changes take here. */
export interface WorkCosts {
  readonly change: Span;
  /** The same change again, in another place. */
  readonly repeat: Span;
  /** A newer version that breaks nothing. */
  readonly version: Span;
  /** A new major version of something that a shared thing brings along. */
  readonly brought: Span;
  /** A new major version, or a newer runtime. */
  readonly major: Span;
  /** Something new that others build on. */
  readonly building: Span;
  /** How many changes it took; what `building` rests on. */
  readonly buildingChanges: Span;
  /** Is the cost of a change this organisation's own? */
  readonly isMeasured: boolean;
  /** Hours that all people together put in within the last four whole quarters: nothing can have more at stake. Null: not known. */
  readonly yearOfWork: number | null;
  readonly words: {
    readonly change: string;
    readonly building: string;
  };
}

/** A day with commits is a day of work: who commits seldom works longer for it, who commits elsewhere as well less. */
const hoursPerDay = 7;
const secondsPerDay = 86_400;
const quartersOfYear = 4;
const fewestChanges = 10;
const fewestRepositories = 3;
const fewestBuilt = 3;

/** Parts of a change, and changes, uncalibrated; the repeat is Poulin's relative cost of reuse (1997). */
const parts = {
  repeat: { low: 0.03, likely: 0.2, high: 0.4 },
  version: { low: 0.03, likely: 0.1, high: 0.3 },
  brought: { low: 0.1, likely: 0.3, high: 1 },
  major: { low: 0.2, likely: 0.7, high: 3 },
} as const;
const assumedChange: Span = { low: 1, likely: 3, high: 8 };
const assumedBuilding: Span = { low: 5, likely: 15, high: 40 };

export interface WorkInput {
  readonly repositories: readonly RepositoryEvidence[];
  readonly components: readonly Component[];
  readonly quarters: readonly ComponentQuarter[];
  /** Components that others build on. */
  readonly offeringIds: ReadonlySet<string>;
  /** Seconds since the epoch. */
  readonly until: number;
  /** Hours of a new major version, where people stated them. */
  readonly upgradeHours: Span | null;
  readonly suppressBelow: number;
}

export function workCosts(input: WorkInput): WorkCosts {
  const measured = changeHours(input);
  const change = measured?.hours ?? assumedChange;
  const built = builtIn(input);
  const buildingChanges = built?.changes ?? assumedBuilding;
  return {
    change,
    repeat: product(change, parts.repeat),
    version: product(change, parts.version),
    brought: product(change, parts.brought),
    major: input.upgradeHours ?? product(change, parts.major),
    building: product(change, buildingChanges),
    buildingChanges,
    isMeasured: measured !== null,
    yearOfWork: measured?.yearOfWork ?? null,
    words: {
      change:
        measured === null
          ? `a change taken as ${spanWords(change)} hours: too little work was seen to measure it`
          : `a change takes ${spanWords(change)} hours here: days with commits × ${String(hoursPerDay)} ÷ changes on the mainline in the last four whole quarters, the middle half of ${String(measured.repositoriesCount)} repositories`,
      building:
        built === null
          ? `something shared taken as ${spanWords(buildingChanges)} changes`
          : `something shared took ${spanWords(buildingChanges)} changes in its first half-year, the middle half of ${String(built.count)} that others build on`,
    },
  };
}

interface MeasuredChange {
  readonly hours: Span;
  readonly repositoriesCount: number;
  readonly yearOfWork: number;
}

/**
 * Person-days × 7 ÷ commits of the mainline by people, both of the last four whole quarters and whatever was changed, quartiles
 * over repositories; null: too few people, or commits.
 */
function changeHours({ repositories, until, suppressBelow }: WorkInput): MeasuredChange | null {
  const end = quarterOf(until);
  const first = end - quartersOfYear;
  const [firstDay, endDay] = [first, end].map((one) => startOfQuarter(one) / secondsPerDay);
  const people = new Set<string>();
  const perPersonDay = new Map<string, number>();
  const ownDays = repositories.map(({ activity }) => {
    const days = new Set<string>();
    for (let row = 0; row < activity.day.length; row++) {
      const day = activity.day[row] ?? 0;
      if (day >= (endDay ?? 0) || day < (firstDay ?? 0)) continue;
      const person = activity.persons[activity.personIndex[row] ?? 0] ?? "";
      people.add(person);
      days.add(`${person} ${String(day)}`);
    }
    for (const one of days) perPersonDay.set(one, (perPersonDay.get(one) ?? 0) + 1);
    return days;
  });
  const hours = repositories.flatMap(({ changes }, at) => {
    const count = changes.kinds
      .filter(({ quarter }) => quarter >= first && quarter < end)
      .reduce((sum, one) => sum + one.humanCommitsCount, 0);
    if (count < fewestChanges) return [];
    // Somebody who worked in two repositories on one day gave half of it to each.
    let days = 0;
    for (const one of ownDays[at] ?? []) days += 1 / (perPersonDay.get(one) ?? 1);
    return [(days * hoursPerDay) / count];
  });
  if (people.size < suppressBelow || hours.length < fewestRepositories) return null;
  const quartiles = quartilesOf(hours);
  if (quartiles.low <= 0) return null;
  return {
    hours: quartiles,
    repositoriesCount: hours.length,
    yearOfWork: perPersonDay.size * hoursPerDay,
  };
}

/** Changes that what others build on took in its first two quarters, where its birth was read. */
function builtIn({
  components,
  quarters,
  offeringIds,
}: WorkInput): { readonly changes: Span; readonly count: number } | null {
  const byComponent = new Map<string, ComponentQuarter[]>();
  for (const one of quarters) append(byComponent, one.componentId, one);
  const counts = components.flatMap(({ id, born }) => {
    const own = byComponent.get(id) ?? [];
    if (born === null || !offeringIds.has(id)) return [];
    const first = quarterOf(born.at);
    if (!own.some(({ quarter }) => quarter === first)) return [];
    const count = humanChangesCount(
      own.filter(({ quarter }) => quarter === first || quarter === first + 1),
    );
    return count > 0 ? [count] : [];
  });
  if (counts.length < fewestBuilt) return null;
  return { changes: quartilesOf(counts), count: counts.length };
}

function quartilesOf(values: readonly number[]): Span {
  return {
    low: quantileOf(values, 0.25),
    likely: quantileOf(values, 0.5),
    high: quantileOf(values, 0.75),
  };
}

/** 3 (1.5 to 8) */
function spanWords({ low, likely, high }: Span): string {
  const [least = "", middle = "", most = ""] = [low, likely, high].map(figure);
  return least === most ? middle : `${middle} (${least} to ${most})`;
}

function figure(value: number): string {
  return value < 10 ? String(Math.round(value * 10) / 10) : String(Math.round(value));
}
