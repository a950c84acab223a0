export function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** With all of them; without any where all were picked. */
export function toggledAll(
  keys: ReadonlySet<string>,
  some: readonly string[],
): ReadonlySet<string> {
  const next = new Set(keys);
  const isWhole = some.every((key) => keys.has(key));
  for (const key of some)
    if (isWhole) next.delete(key);
    else next.add(key);
  return next;
}

/** With all from one to the other, whichever stands first; the other alone where the one is gone. */
export function upTo(
  keys: ReadonlySet<string>,
  order: readonly string[],
  from: string | null,
  to: string,
): ReadonlySet<string> {
  const end = order.indexOf(to);
  const start = from === null || !order.includes(from) ? end : order.indexOf(from);
  return new Set([...keys, ...order.slice(Math.min(start, end), Math.max(start, end) + 1)]);
}
