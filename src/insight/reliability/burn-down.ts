import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Budget } from "./budget.ts";
import type { BurnDownPoint } from "./result.ts";
import type { SliIndex } from "./sli-index.ts";
import type { BudgetPeriod } from "./windows.ts";

/** How the budget of the period went: at most `mostPoints` stretches of equal length; falls, never rises, ends at what is left. */
export function burnDown(
  index: SliIndex,
  { from, to }: BudgetPeriod,
  budget: Budget,
  mostPoints: number,
): readonly BurnDownPoint[] {
  const { sliceSeconds } = index.series;
  const slicesCount = Math.max(1, Math.ceil((to - from) / sliceSeconds));
  const step = Math.max(1, Math.ceil(slicesCount / mostPoints)) * sliceSeconds;
  const points: BurnDownPoint[] = [];
  for (let start = from; start < to; start += step) {
    const at = Math.min(to, start + step);
    const { good, total } = index.sum(start, at);
    const soFar = index.sum(from, at);
    const budgetLeft = 1 - Math.max(0, soFar.total - soFar.good) / budget.allowed;
    const evidence = total === 0 ? [] : [measured(index, { from: start, to: at }, { good, total })];
    points.push({ at, budgetLeft, good, total, evidence });
  }
  return points;
}

/** What the data say of one stretch, as evidence. */
export function measured(
  index: SliIndex,
  { from, to }: Pick<BudgetPeriod, "from" | "to">,
  { good, total }: { readonly good: number; readonly total: number },
): EvidenceRef {
  const { origin, weighting } = index.series;
  const unit = weighting === "events" ? "events" : "slices";
  return {
    source: origin.source,
    repositoryId: null,
    commit: null,
    path: origin.source === "prometheus" ? null : origin.where,
    line: index.slices(from, to).at(-1)?.line ?? null,
    at: to,
    how: "observed",
    confidence: "observed",
    text: `${iso(from)} to ${iso(to)}: ${rounded(good)} good of ${rounded(total)} ${unit}${origin.source === "prometheus" ? `, from ${origin.where}` : ""}`,
  };
}

function iso(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 16) + "Z";
}

function rounded(count: number): string {
  return String(Math.round(count * 100) / 100);
}
