import type { Objective } from "#web/api/report-rows.ts";

const week = 7 * 86_400_000;

/**
 * Whether an objective reached its target in each whole week of what was counted, the oldest first; a week without counts is
 * null. Each week for itself: what a budget has left tells of its whole window, at whose beginning all is well.
 */
export function weeksKept({ burnDown, objective, window }: Objective): readonly (boolean | null)[] {
  const last = burnDown.at(-1);
  if (window === null || last === undefined) return [];
  const end = Date.parse(last.at);
  const count = Math.floor((end - Date.parse(window.from)) / week);
  return Array.from({ length: count }, (_, index) => {
    const until = end - (count - 1 - index) * week;
    let [good, total] = [0, 0];
    for (const point of burnDown) {
      const at = Date.parse(point.at);
      if (at <= until - week || at > until) continue;
      good += point.good;
      total += point.total;
    }
    return total === 0 ? null : good / total >= objective;
  });
}

/** Of objectives whose last whole week has counts: how many there are, and how many reached their target in it. */
export function lastWeek(objectives: readonly Objective[]): {
  readonly counted: number;
  readonly kept: number;
} {
  const last = objectives.flatMap((one) => weeksKept(one).at(-1) ?? []);
  return { counted: last.length, kept: last.filter(Boolean).length };
}
