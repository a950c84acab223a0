/** Start of the calendar quarter (UTC) that holds an instant; seconds since the epoch. */
export function quarterStart(at: number): number {
  const date = new Date(at * 1000);
  return Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / 3) * 3, 1) / 1000;
}

/** The last `count` calendar quarters before `to`, oldest first; the last ends at `to`. */
export function quartersUpTo(to: number, count: number): { from: number; to: number }[] {
  const quarters: { from: number; to: number }[] = [];
  let end = to;
  for (let index = 0; index < count; index++) {
    const from = quarterStart(end - 1);
    quarters.push({ from, to: end });
    end = from;
  }
  return quarters.reverse();
}
