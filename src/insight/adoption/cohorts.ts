import { quarterOf, YEAR } from "./calendar.ts";
import type { Cohort } from "./result.ts";
import { compareText, isInUse, type Use } from "./uses.ts";
import { highest, lowest } from "#kernel/extremes.ts";

/**
 * Components by the quarter of their first use, and the share of them in use k years after their own start. A consumer that
 * was archived before is not counted for that year; null until every member has had the time, or where none is left.
 */
export function cohorts(uses: readonly Use[], asOf: number): Cohort[] {
  const members = new Map<string, Use[]>();
  for (const use of uses) {
    const list = members.get(use.componentId);
    if (list) list.push(use);
    else members.set(use.componentId, [use]);
  }
  const byQuarter = new Map<string, Use[][]>();
  for (const spells of members.values()) {
    const first = spells[0];
    if (!first || first.isFromCensored) continue;
    const quarter = quarterOf(first.from);
    const list = byQuarter.get(quarter);
    if (list) list.push(spells);
    else byQuarter.set(quarter, [spells]);
  }
  return [...byQuarter]
    .sort(([a], [b]) => compareText(a, b))
    .map(([quarter, cohort]) => ({
      quarter,
      size: cohort.length,
      stillUsing: cohort.filter((spells) => spells.some((use) => use.to === null)).length,
      stayedByYear: stayed(cohort, asOf),
    }));
}

function stayed(cohort: readonly Use[][], asOf: number): (number | null)[] {
  const starts = cohort.map((spells) => spells[0]!.from);
  const earliest = lowest(starts);
  const latest = highest(starts);
  const shares: (number | null)[] = [];
  for (let years = 1; earliest + years * YEAR <= asOf; years += 1) {
    let counted = 0;
    let inUse = 0;
    for (const spells of cohort) {
      const at = spells[0]!.from + years * YEAR;
      const last = spells.at(-1)!;
      if (last.isConsumerGone && last.to !== null && last.to <= at) continue;
      counted += 1;
      if (spells.some((use) => isInUse(use, at))) inUse += 1;
    }
    const isComplete = latest + years * YEAR <= asOf;
    shares.push(isComplete && counted > 0 ? inUse / counted : null);
  }
  return shares;
}
