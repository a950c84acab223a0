import type { OwnershipResult } from "#insight/ownership/result.ts";

/** Components that could be judged at all. */
export function judgedComponents({ shares }: OwnershipResult): number {
  return shares.find(({ kind }) => kind === "unowned")?.denominator ?? 0;
}

/** Share of them that somebody owns, 0 to 1; null where none could be judged. */
export function ownedShare({ shares }: OwnershipResult): number | null {
  const unowned = shares.find(({ kind }) => kind === "unowned");
  if (unowned === undefined) return null;
  const { numerator, denominator } = unowned;
  return denominator === 0 ? 0 : 1 - Math.min(1, numerator / denominator);
}
