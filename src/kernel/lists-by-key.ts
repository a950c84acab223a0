/** Puts a value at the end of the list of its key. A new list for each value would take the square of their number. */
export function append<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}

/** The same for several values; for none of them the key has a list all the same. */
export function appendAll<Key, Value>(
  lists: Map<Key, Value[]>,
  key: Key,
  values: readonly Value[],
): void {
  const known = lists.get(key) ?? [];
  for (const value of values) known.push(value);
  lists.set(key, known);
}
