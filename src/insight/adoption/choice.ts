import type { Choice } from "./result.ts";
import type { SolutionUse } from "./solutions.ts";
import type { Use } from "./uses.ts";

/**
 * Chosen: another solution to the same job was in use somewhere in the organisation when the use began. Captive: none was.
 * Unknown: the job is unknown (`others` null), or no table of packages says what else would do it.
 */
export function choice(
  uses: readonly Use[],
  others: readonly SolutionUse[] | null,
  isEveryPackageKnown: boolean,
): Choice {
  const counts = { chosen: 0, captive: 0, unknown: 0 };
  for (const use of uses) {
    const hadOther = others?.some(
      (other) => other.from <= use.from && (other.to === null || use.from < other.to),
    );
    if (hadOther) counts.chosen += 1;
    else if (hadOther === undefined || !isEveryPackageKnown) counts.unknown += 1;
    else counts.captive += 1;
  }
  return counts;
}
