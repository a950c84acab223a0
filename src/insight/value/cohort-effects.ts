import type { PanelUnit } from "./panel.ts";

/** Effect at one distance from adoption: mean over cohorts, weighted by adopters with an outcome. */
export interface EventTime {
  /** Quarters since adoption; negative before. */
  readonly quarter: number;
  readonly effect: number;
  /** Adopters with an outcome then and in the quarter before adoption. */
  readonly n: number;
}

const minimumComparison = 2;

/**
 * Group-time average effects of staggered adoption (Callaway and Sant'Anna 2021, without covariates, universal base
 * period): change of a cohort's mean outcome since the quarter before it adopted, minus the same change of components
 * that have not adopted by then. `cohorts[i]` replaces the cohort of `units[i]`, for permutations.
 */
export function cohortEffects(
  units: readonly PanelUnit[],
  cohorts: readonly number[],
  from: number,
  to: number,
): EventTime[] {
  const groups = new Map<number, number[]>();
  for (const [index, cohort] of cohorts.entries()) {
    if (!Number.isFinite(cohort)) continue;
    const members = groups.get(cohort);
    if (members === undefined) groups.set(cohort, [index]);
    else members.push(index);
  }
  const effects: EventTime[] = [];
  for (let quarter = from; quarter <= to; quarter++) {
    if (quarter === -1) continue;
    let weighted = 0;
    let n = 0;
    for (const [cohort, members] of groups) {
      const at = cohort + quarter;
      const base = cohort - 1;
      const treated = changeOf(units, members, base, at);
      if (treated === null) continue;
      const compared = comparison(units, cohorts, cohort, at, base);
      if (compared === null || compared.n < minimumComparison) continue;
      weighted += treated.n * (treated.mean - compared.mean);
      n += treated.n;
    }
    if (n > 0) effects.push({ quarter, effect: weighted / n, n });
  }
  return effects;
}

/** Mean change between two quarters of the units that have both. */
function changeOf(
  units: readonly PanelUnit[],
  members: Iterable<number>,
  base: number,
  at: number,
): { mean: number; n: number } | null {
  let sum = 0;
  let n = 0;
  for (const index of members) {
    const outcomes = units[index]!.outcomes;
    const before = outcomes.get(base);
    const then = outcomes.get(at);
    if (before === undefined || then === undefined) continue;
    sum += then - before;
    n++;
  }
  return n === 0 ? null : { mean: sum / n, n };
}

/** Components that adopt neither by the quarter looked at nor with this cohort. */
function comparison(
  units: readonly PanelUnit[],
  cohorts: readonly number[],
  cohort: number,
  at: number,
  base: number,
): { mean: number; n: number } | null {
  const members: number[] = [];
  for (const [index, other] of cohorts.entries()) {
    if (other > cohort && other > at) members.push(index);
  }
  return changeOf(units, members, base, at);
}

/** Mean over event times in [from, to], weighted by their adopters; null where there is none. */
export function averageEffect(
  effects: readonly EventTime[],
  from: number,
  to: number,
): number | null {
  let sum = 0;
  let n = 0;
  for (const one of effects) {
    if (one.quarter < from || one.quarter > to) continue;
    sum += one.effect * one.n;
    n += one.n;
  }
  return n === 0 ? null : sum / n;
}
