export interface CoChanges {
  readonly count: number;
  /** Expected where the files change as often, but independently of each other. */
  readonly byChance: number;
}

const coChangeDays = 14;

/**
 * Changes of `a` with one of `b` within 14 days, in the time that both files are there; births are no changes. By chance:
 * the changes of `a`, times the share of those days that lie within 14 days of a change of `b`. Days ascend.
 */
export function changedTogether(a: ArrayLike<number>, b: ArrayLike<number>): CoChanges {
  if (a.length < 2 || b.length < 2) return { count: 0, byChance: 0 };
  const from = Math.max(a[0] ?? 0, b[0] ?? 0);
  const to = Math.max(a[a.length - 1] ?? 0, b[b.length - 1] ?? 0);
  let count = 0;
  let changes = 0;
  let next = 1;
  for (let at = 1; at < a.length; at++) {
    const day = a[at] ?? 0;
    if (day < from) continue;
    changes++;
    while (next < b.length && (b[next] ?? 0) < day - coChangeDays) next++;
    if (next < b.length && (b[next] ?? 0) <= day + coChangeDays) count++;
  }
  return { count, byChance: (changes * coveredDays(b, from, to)) / (to - from + 1) };
}

/** Days from `from` to `to`, both included, that lie within 14 days of a change. */
function coveredDays(days: ArrayLike<number>, from: number, to: number): number {
  let covered = 0;
  let reached = from - 1;
  for (let at = 1; at < days.length; at++) {
    const day = days[at] ?? 0;
    const last = Math.min(to, day + coChangeDays);
    const first = Math.max(reached + 1, day - coChangeDays);
    if (last < first) continue;
    covered += last - first + 1;
    reached = last;
  }
  return covered;
}
