import type { Capability } from "#model/organisation.ts";
import type { AdoptionResult, Departure, Left } from "./result.ts";

/** Given up or to be given up by its provider, or followed by a named successor: leaving it is what is wanted. */
export function isRetired(capability: Capability, hasSuccessor: boolean): boolean {
  return (
    hasSuccessor || capability.lifecycle === "archived" || capability.lifecycle === "deprecated"
  );
}

/** Components that used it and do not now, in parts that add up: `count` = ever − now. */
export function leftOf(departures: readonly Departure[], retired: boolean): Left {
  const count = (reasons: readonly Departure["reason"][]): number =>
    departures.filter(({ reason }) => reasons.includes(reason)).length;
  const stopped = count(["substitute", "nothing", "retired"]);
  return {
    count: departures.length,
    livedOn: retired ? 0 : stopped,
    ended: count(["archived"]),
    moved: count(["moved", "provider-renamed", "taken-in"]),
    retired: retired ? stopped : 0,
  };
}

/**
 * How far everybody has come who had to leave: of what its provider retires; and of what nobody uses any more because all who
 * lived on moved to one thing of the same provider. Null otherwise, and where nobody ever used it.
 */
export function retirementOf(
  departures: readonly Departure[],
  retired: boolean,
  successorIds: readonly string[],
  adoptersNow: number,
): AdoptionResult["retirement"] {
  const of = departures.length + adoptersNow;
  if (of === 0) return null;
  const destinations = new Set(
    departures.flatMap(({ reason, to }) =>
      (reason === "moved" || reason === "provider-renamed") && to !== null ? [to] : [],
    ),
  );
  const isSuperseded =
    adoptersNow === 0 &&
    destinations.size === 1 &&
    departures.every(
      ({ reason, to }) => reason === "archived" || reason === "taken-in" || to !== null,
    );
  if (!retired && !isSuperseded) return null;
  const to = [...new Set([...successorIds, ...destinations])];
  return {
    state: adoptersNow === 0 ? "completed" : "under-way",
    left: departures.length,
    of,
    successorIds: to,
  };
}
