import { known, unknown, type Answer } from "#evidence/unknown.ts";
import { quantileOf } from "#kernel/stats-summary.ts";
import type { Component } from "#model/organisation.ts";
import { DAY } from "./calendar.ts";
import type { AdoptionResult } from "./result.ts";
import type { Use } from "./uses.ts";

type TimeToAdopt = NonNullable<AdoptionResult["timeToAdoptDays"]>;

/** Days from the later of first release and the component's birth to its first use; unseen starts are left out. */
export function timeToAdopt(
  firsts: readonly Use[],
  components: ReadonlyMap<string, Component>,
  firstRelease: number | null,
): Answer<TimeToAdopt> {
  const field = "timeToAdoptDays";
  if (firstRelease === null) {
    return unknown(
      field,
      "no-release",
      "its first release is not known",
      "version tags or versions in its manifest",
    );
  }
  const days: number[] = [];
  for (const use of firsts) {
    const born = components.get(use.componentId)?.born?.at;
    if (use.isFromCensored || born === undefined) continue;
    days.push(Math.max(0, use.from - Math.max(born, firstRelease)) / DAY);
  }
  if (days.length === 0) {
    return unknown(
      field,
      "no-start-seen",
      "no adoption began within the record",
      "whole history of the consumers (no shallow clones)",
    );
  }
  return known({ p50: quantileOf(days, 0.5), p85: quantileOf(days, 0.85), n: days.length });
}
