import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import { digest } from "#kernel/ids.ts";
import { copyKey, type CopySite, type OwnerPair, type RankedClass } from "./between-owners.ts";
import type { LeftOut } from "./left-out.ts";

/** A file that could not be read, with why; `.`: none of its repository could. */
export interface UnreadCode {
  readonly path: string;
  readonly text: string;
  /** A reader died of it, or was held up: another run may read it. */
  readonly isGivenUp?: true;
}

export interface DuplicationPoint {
  /** Seconds, UTC. */
  readonly at: number;
  readonly crossOwnerLines: number;
  readonly linesCount: number;
  readonly classesCount: number;
}

/** Code shared between owners, at the heads of all repositories. */
export interface DuplicationFindings {
  readonly filesCount: number;
  readonly linesCount: number;
  readonly leftOut: readonly LeftOut[];
  readonly unreadable: readonly (UnreadCode & { readonly repository: string })[];
  readonly withinOwnersCount: number;
  /** Classes with more copies than may be told, and where the first of them has one; null: there are none. */
  readonly untold: { readonly count: number; readonly repository: string } | null;
  readonly classes: readonly RankedClass[];
  readonly matrix: readonly OwnerPair[];
  /** Null: not asked for. */
  readonly trend: readonly DuplicationPoint[] | null;
  /** Lines of the highest-ranked copies, by `copyKey`. */
  readonly texts: ReadonlyMap<string, string>;
}

/** The same class of copies, everywhere. */
export function cloneId({ copies }: Pick<RankedClass, "copies">): string {
  return `clone:${digest(...copies.slice(0, 2).map(copyKey))}`;
}

/** One copy as a fact; `text` says more than its lines where that is given. */
export function copyEvidence(
  { repositoryId, commit, path, start, end }: CopySite,
  more = "",
): EvidenceRef {
  return {
    source: "duplication",
    repositoryId,
    commit,
    path,
    line: start,
    at: null,
    how: "observed",
    confidence: "observed",
    text: `lines ${String(start)} to ${String(end)}${more}`,
  };
}
