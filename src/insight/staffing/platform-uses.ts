import { isIndividual } from "#model/owner-register.ts";
import type { AdoptionResult } from "../adoption/result.ts";
import type { Capability, Organisation } from "#model/organisation.ts";

/** A capability that several other owners build on, with who they are. */
export interface PlatformUse {
  readonly capability: Capability;
  /** Null: its repository was not read. */
  readonly providerId: string | null;
  readonly consumerIds: readonly string[];
  readonly otherOwnerIds: readonly string[];
}

/** What makes a platform: capabilities in use by components of at least `otherOwners` other owners; persons are none. */
export function platformUses(
  { capabilities }: Organisation,
  adoption: readonly AdoptionResult[],
  otherOwners: number,
): PlatformUse[] {
  const usesOf = new Map(adoption.map((one) => [one.capabilityId, one.uses]));
  return capabilities.flatMap((capability) => {
    const own = new Set(capability.ownerIds);
    const isOther = (owner: string): boolean => !own.has(owner) && !isIndividual(owner);
    const current = (usesOf.get(capability.id) ?? []).filter(
      (use) => use.to === null && use.ownerIds.some(isOther),
    );
    const others = new Set(current.flatMap((use) => use.ownerIds).filter(isOther));
    if (others.size < otherOwners) return [];
    return [
      {
        capability,
        providerId: capability.providerComponentId,
        consumerIds: [...new Set(current.map((use) => use.componentId))].sort(),
        otherOwnerIds: [...others].sort(),
      },
    ];
  });
}
