import type { Deployment } from "#model/deployments.ts";
import type { Remedy } from "#vocabulary/delivery.ts";

/** What git says of deployments that put something right: per deployment of a series. */
export interface RemedySigns {
  /** The latest earlier deployment that brought something which it takes back (a revert); −1: none. */
  readonly undoes: Int32Array;
  /** 1 where it brought a commit that says it is a hotfix. */
  readonly isHotfix: Uint8Array;
}

export const noSigns: RemedySigns = { undoes: new Int32Array(), isHotfix: new Uint8Array() };

/** How a deployment puts something right; null: it does not say so. An earlier version again is the strongest sign. */
export function remedyOf(
  { isRollback }: Deployment,
  index: number,
  { undoes, isHotfix }: RemedySigns,
): Remedy | null {
  if (isRollback) return "rollback";
  if ((undoes[index] ?? -1) >= 0) return "revert";
  return isHotfix[index] === 1 ? "hotfix" : null;
}
