import { notRead, reading, type IndicatorReading } from "../indicator.ts";
import { counted, percentOf, some } from "#kernel/phrases.ts";
import type { IndicatorSources } from "./indicator-sources.ts";

/** Of the promises whose day or version has come, and of which it can be seen what became. */
export function promisesOverdue({ ownership }: IndicatorSources): IndicatorReading {
  const { promises } = ownership;
  const judged = promises.filter(({ state }) => state === "past" || state === "kept");
  const past = judged.filter(({ state }) => state === "past");
  if (judged.length === 0) {
    return notRead(
      "no-promises",
      "No document promises with a day or version that something will go, or none has come due.",
      "Deprecations with a day in README or changelog, or deprecations in fulcrum.yaml.",
    );
  }
  return reading(
    past.length / judged.length,
    judged.length,
    promises.length === 0 ? null : judged.length / promises.length,
    `${counted(past.length, "promise")} of ${String(judged.length)} to remove something are past their day (${percentOf(past.length / judged.length)})`,
    past.flatMap((one) => one.evidence),
  );
}

/** Capabilities that many rely on and nobody tended for long. */
export function maintenanceGaps({ ownership, organisation }: IndicatorSources): IndicatorReading {
  const share = ownership.shares.find(({ kind }) => kind === "maintenance-gap");
  if (share === undefined || share.denominator === 0) {
    return notRead(
      "no-relied-on",
      "No capability of a repository that was read has five consumers.",
      "Clones of the repositories that provide them.",
    );
  }
  const gaps = ownership.findings.filter(({ kind }) => kind === "maintenance-gap");
  const nameOf = new Map(organisation.capabilities.map(({ id, name }) => [id, name]));
  const names = gaps.map(({ capabilityId }) => nameOf.get(capabilityId ?? "") ?? "");
  return reading(
    share.numerator / share.denominator,
    share.denominator,
    null,
    `${counted(share.numerator, "capability", "capabilities")} of ${String(share.denominator)} with five or more consumers had no human work for half a year${
      names.length === 0 ? "" : `: ${some(names, 3)}`
    }`,
    gaps.flatMap((one) => one.evidence),
  );
}
