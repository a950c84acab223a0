import { known, unknown, type Answer } from "#evidence/unknown.ts";
import { simpsonConcentration } from "#kernel/stats-summary.ts";
import type { AdoptionResult, Currency } from "./result.ts";

/** Simpson concentration of the versions in use: 1 when all consumers are on one. */
export function consistency(
  versionsInUse: Currency["versionsInUse"],
): Answer<NonNullable<AdoptionResult["consistency"]>> {
  const counts = versionsInUse.map(({ count }) => count);
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n < 2) {
    const reason = `the version in use is known of ${n} consumers; at least 2 are needed`;
    return unknown("consistency", "too-few-versions", reason, "lock files, or exact constraints");
  }
  return known({ simpson: simpsonConcentration(counts), n });
}
