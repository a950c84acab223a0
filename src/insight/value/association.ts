import { counted } from "#kernel/phrases.ts";
import { known, unknown, type Answer } from "#evidence/unknown.ts";
import type { Random } from "#kernel/stats-resample.ts";
import { z95 } from "#kernel/stats-summary.ts";
import { averageEffect, cohortEffects } from "./cohort-effects.ts";
import type { ValueOptions } from "./options.ts";
import type { PanelUnit } from "./panel.ts";
import type { Association } from "./result.ts";
import type { OutcomeMetric } from "#vocabulary/value.ts";

/** z of 80 % power added to that of a two-sided test at 5 %. */
const detectable = z95 + 0.8416212335729143;

/** Before the adjustment for all comparisons of the report. */
export type RawAssociation = Omit<Association, "adjustedPValue">;

/** Average effect over the year after adoption, with a permutation test that moves adoption between whole teams. */
export function associate(
  units: readonly PanelUnit[],
  metric: OutcomeMetric,
  options: ValueOptions,
  random: Random,
): Answer<RawAssociation> {
  const sides = ownersOf(units);
  const field = `association.${metric}`;
  if (Math.min(sides.adopting, sides.comparison) < options.minimumOwners) {
    return unknown(
      field,
      "too-few-owners",
      `${counted(sides.adopting, "owner")} adopted it and ${String(sides.comparison)} did not, as far as outcomes are known; ${String(options.minimumOwners)} on each side are needed`,
      "owners and production deployments of more components",
    );
  }
  const observed = units.map((unit) => unit.cohort);
  const last = options.effectQuarters - 1;
  const effects = cohortEffects(units, observed, -options.preQuarters, options.curveQuarters);
  const effect = averageEffect(effects, 0, last);
  if (effect === null) {
    return unknown(
      field,
      "no-overlap",
      "no adopter has an outcome both in the quarter before adoption and in the year after it, beside others that had not adopted",
      "deployments that reach further back",
    );
  }
  const pre = averageEffect(effects, -options.preQuarters, -2);
  const chance = permuted(units, options, random);
  const spread = deviation(chance.effects);
  return known({
    metric,
    ...onScale(metric, effect, effect - z95 * spread, effect + z95 * spread),
    pValue: pValueOf(effect, chance.effects),
    minimumDetectableEffect:
      metric === "change-fail-rate" ? detectable * spread : Math.expm1(detectable * spread),
    preTrend:
      pre === null
        ? null
        : { effect: scaled(metric, pre), pValue: pValueOf(pre, chance.preTrends) },
    adoptingOwners: sides.adopting,
    comparisonOwners: sides.comparison,
    componentsCount: units.length,
    curve: effects.map((one) => ({ ...one, effect: scaled(metric, one.effect) })),
  });
}

function ownersOf(units: readonly PanelUnit[]): { adopting: number; comparison: number } {
  const adopting = new Set<string>();
  const comparison = new Set<string>();
  for (const { owner, cohort } of units) {
    (Number.isFinite(cohort) ? adopting : comparison).add(owner);
  }
  return { adopting: adopting.size, comparison: comparison.size };
}

/** Effects if adoption had fallen on other teams: each team takes the adoption quarters of another, its components in turn. */
function permuted(
  units: readonly PanelUnit[],
  options: ValueOptions,
  random: Random,
): { effects: number[]; preTrends: number[] } {
  const owners = [...new Set(units.map((unit) => unit.owner))].sort();
  const schedule = new Map(owners.map((owner) => [owner, [] as number[]]));
  const place = units.map((unit) => {
    const list = schedule.get(unit.owner)!;
    return list.push(unit.cohort) - 1;
  });
  const effects: number[] = [];
  const preTrends: number[] = [];
  const shuffled = [...owners];
  for (let round = 0; round < options.permutations; round++) {
    for (let index = shuffled.length - 1; index > 0; index--) {
      const other = Math.floor(random() * (index + 1));
      [shuffled[index], shuffled[other]] = [shuffled[other]!, shuffled[index]!];
    }
    const taken = new Map(owners.map((owner, index) => [owner, schedule.get(shuffled[index]!)!]));
    const cohorts = units.map((unit, index) => {
      const list = taken.get(unit.owner)!;
      return list[place[index]! % list.length]!;
    });
    const found = cohortEffects(units, cohorts, -options.preQuarters, options.effectQuarters - 1);
    const effect = averageEffect(found, 0, options.effectQuarters - 1);
    const pre = averageEffect(found, -options.preQuarters, -2);
    if (effect !== null) effects.push(effect);
    if (pre !== null) preTrends.push(pre);
  }
  return { effects, preTrends };
}

/** Two-sided, (1 + hits) ÷ (1 + permutations) (Phipson and Smyth 2010). */
function pValueOf(observed: number, chance: readonly number[]): number {
  const hits = chance.filter((one) => Math.abs(one) >= Math.abs(observed) - 1e-12).length;
  return (1 + hits) / (1 + chance.length);
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / Math.max(1, values.length - 1));
}

function scaled(metric: OutcomeMetric, value: number): number {
  return metric === "change-fail-rate" ? value : Math.expm1(value);
}

function onScale(
  metric: OutcomeMetric,
  effect: number,
  low: number,
  high: number,
): Pick<Association, "unit" | "effect" | "low" | "high"> {
  return {
    unit: metric === "change-fail-rate" ? "absolute" : "relative",
    effect: scaled(metric, effect),
    low: scaled(metric, low),
    high: scaled(metric, high),
  };
}
