/** The highest of any number of values; −Infinity where there is none. `Math.max(...values)` ends the stack on long lists. */
export function highest(values: Iterable<number>): number {
  let found = -Infinity;
  for (const value of values) if (!(value <= found)) found = value;
  return found;
}

/** The lowest of any number of values; Infinity where there is none. */
export function lowest(values: Iterable<number>): number {
  let found = Infinity;
  for (const value of values) if (!(value >= found)) found = value;
  return found;
}
