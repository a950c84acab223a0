/** Where a key leads from an open tab, round at either end; null: the key is none of theirs. */
export function nextTab(ids: readonly string[], open: string, key: string): string | null {
  const here = ids.indexOf(open);
  if (key === "Home") return ids[0] ?? null;
  if (key === "End") return ids.at(-1) ?? null;
  if (key === "ArrowRight") return ids[(here + 1) % ids.length] ?? null;
  if (key === "ArrowLeft") return ids.at(here - 1) ?? null;
  return null;
}
