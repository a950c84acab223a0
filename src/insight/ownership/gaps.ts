const secondsPerDay = 86_400;

/**
 * The longest time without human work that reaches into the window [from, until): seconds, with where it began. The last
 * spell runs to `until`. Null when nothing is known of work before `until`.
 */
export function longestGap(
  days: ArrayLike<number>,
  from: number,
  until: number,
): { readonly since: number; readonly length: number } | null {
  let longest: { since: number; length: number } | null = null;
  for (let index = 0; index < days.length; index++) {
    const since = (days[index] ?? 0) * secondsPerDay;
    if (since >= until) break;
    const next = index + 1 < days.length ? (days[index + 1] ?? 0) * secondsPerDay : until;
    const end = Math.min(next, until);
    const length = end - since;
    if (end > from && (longest === null || length > longest.length)) longest = { since, length };
  }
  return longest;
}
