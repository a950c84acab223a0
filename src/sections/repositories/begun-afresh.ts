import { counted, dayOf } from "#kernel/phrases.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { spot, type BlindSpot } from "../blind-spots/blind-spot.ts";

/** Whose commits from before a new beginning are counted nowhere: `result` is what stayed of `read`, in the same order. */
export function begunAfresh(
  read: readonly RepositoryEvidence[],
  result: readonly RepositoryEvidence[],
): BlindSpot {
  const where = read.flatMap((one, index) => {
    const left = one.commitsCount - (result[index]?.commitsCount ?? one.commitsCount);
    return left === 0 || one.freshStart === undefined
      ? []
      : `${one.name}: ${counted(left, "commit")} before ${dayOf(one.freshStart.at * 1000)}`;
  });
  return spot({
    what: "repositories that were cut out of another, whose earlier commits are counted nowhere",
    one: "repository that was cut out of another, whose earlier commits are counted nowhere",
    where,
    sharpen: "Read the repository that each was cut out of: that work was done there.",
    each: 0.1,
  });
}
