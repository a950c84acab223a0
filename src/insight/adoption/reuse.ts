import { known, unknown, type Answer } from "#evidence/unknown.ts";
import type { Component } from "#model/organisation.ts";
import { isEligible } from "./eligible.ts";
import type { Eligible } from "./eligible-without.ts";
import type { AdoptionResult } from "./result.ts";

export interface Reach {
  readonly eligibleIds: readonly string[];
  readonly adopterIds: readonly string[];
}

/** Components eligible at as-of, and those of them that use the capability; null where the types served are unknown. */
export function reach(
  eligible: Eligible | null,
  adopterIds: readonly string[],
  asOf: number,
): Reach | null {
  if (eligible === null) return null;
  return {
    eligibleIds: [...eligible.keys()].filter((id) => isEligible(eligible, id, asOf)),
    adopterIds: adopterIds.filter((id) => isEligible(eligible, id, asOf)),
  };
}

/** Owners of eligible adopters ÷ owners of eligible components. */
export function reuse(
  reached: Reach | null,
  components: ReadonlyMap<string, Component>,
): Answer<NonNullable<AdoptionResult["reuse"]>> {
  if (reached === null) {
    return unknown(
      "reuse",
      "eligible-unknown",
      "what it serves is unknown",
      "the artefact types that it serves",
    );
  }
  const owners = (ids: readonly string[]): number =>
    new Set(ids.flatMap((id) => components.get(id)?.ownerIds ?? [])).size;
  const eligibleOwners = owners(reached.eligibleIds);
  if (eligibleOwners === 0) {
    return unknown(
      "reuse",
      "no-owners",
      "no eligible component has a known owner",
      "CODEOWNERS or catalog-info.yaml",
    );
  }
  const adoptingOwners = owners(reached.adopterIds);
  return known({ value: adoptingOwners / eligibleOwners, adoptingOwners, eligibleOwners });
}
