import { counted, percentOf, some } from "#kernel/phrases.ts";
import { notRead, reading, type IndicatorReading } from "../indicator.ts";
import type { IndicatorSources } from "./indicator-sources.ts";
import { spreadOfShare } from "./spread.ts";

/** Releases that promise to break nothing and take names away. */
export function breakingWithoutNotice({
  stability,
  organisation,
}: IndicatorSources): IndicatorReading {
  const judged = stability.filter((one) => one.violations !== null && one.comparedCount > 0);
  const compared = judged.reduce((sum, one) => sum + one.comparedCount, 0);
  if (compared === 0) {
    return notRead(
      "no-exports",
      "No two releases in a row could be compared by what they export.",
      "Version tags of what is offered, in a language whose exports are read.",
    );
  }
  const broken = judged.filter((one) => (one.violations ?? []).length > 0);
  const count = broken.reduce((sum, one) => sum + (one.violations ?? []).length, 0);
  const nameOf = new Map(organisation.capabilities.map(({ id, name }) => [id, name]));
  return reading({
    value: count / compared,
    n: compared,
    coverage: judged.length / Math.max(1, stability.length),
    text: `${counted(count, "release")} of ${String(compared)} that promise to break nothing took names away (${percentOf(count / compared)})${
      broken.length === 0
        ? ""
        : `: ${some(
            broken.map(({ capabilityId }) => nameOf.get(capabilityId) ?? capabilityId),
            3,
          )}`
    }`,
    spread: spreadOfShare(
      judged.map((one) => ({
        cluster: one.capabilityId,
        part: (one.violations ?? []).length,
        of: one.comparedCount,
      })),
    ),
    evidence: broken.flatMap((one) =>
      (one.violations ?? []).flatMap(({ evidence }) => evidence.slice(0, 1)),
    ),
  });
}
