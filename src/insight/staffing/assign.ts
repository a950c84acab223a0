import { isIndividual } from "#model/owner-register.ts";
import { append } from "#kernel/lists-by-key.ts";
import type { PlatformUse } from "./platform-uses.ts";
import type { Assignment, PlatformDomain } from "./result.ts";
import { lowest } from "#kernel/extremes.ts";

interface Unit {
  readonly name: string;
  readonly uses: readonly PlatformUse[];
}

/**
 * What each of `count` people would own: domains, else what one team provides, dealt out so that uses are spread evenly
 * (the largest first, to whoever has the least). Never more parts than there are units.
 */
export function assign(
  count: number,
  uses: readonly PlatformUse[],
  domains: readonly PlatformDomain[],
  nameOf: (id: string) => string,
): Assignment[] {
  if (count <= 0 || uses.length === 0) return [];
  const units = unitsOf(uses, domains, nameOf).toSorted(
    (one, other) => weightOf(other.uses) - weightOf(one.uses) || (one.name < other.name ? -1 : 1),
  );
  const bins: Unit[][] = Array.from({ length: Math.min(count, units.length) }, () => []);
  for (const unit of units) {
    const weights = bins.map((bin) => bin.reduce((sum, one) => sum + weightOf(one.uses), 0));
    bins[weights.indexOf(lowest(weights))]?.push(unit);
  }
  const all = weightOf(uses);
  return bins.map((bin) => {
    const own = bin.flatMap((one) => one.uses);
    return {
      title:
        bins.length === 1
          ? "The whole platform"
          : bin
              .map((one) => one.name)
              .slice(0, 3)
              .join(", "),
      domains: bin.map((one) => one.name),
      capabilityIds: own.map(({ capability }) => capability.id),
      consumingOwnersCount: new Set(own.flatMap((one) => one.otherOwnerIds)).size,
      share: all === 0 ? 0 : weightOf(own) / all,
    };
  });
}

function unitsOf(
  uses: readonly PlatformUse[],
  domains: readonly PlatformDomain[],
  nameOf: (id: string) => string,
): Unit[] {
  const placed = new Set(domains.flatMap((one) => one.capabilityIds));
  const units = domains.map((domain) => ({
    name: domain.name,
    uses: uses.filter(({ capability }) => domain.capabilityIds.includes(capability.id)),
  }));
  const byOwner = new Map<string, PlatformUse[]>();
  for (const use of uses.filter(({ capability }) => !placed.has(capability.id))) {
    append(byOwner, providedBy(use, nameOf), use);
  }
  return [...units, ...[...byOwner].map(([name, list]) => ({ name, uses: list }))].filter(
    (one) => one.uses.length > 0,
  );
}

function providedBy(
  { capability, providerId }: PlatformUse,
  nameOf: (id: string) => string,
): string {
  const owner = capability.ownerIds.find((id) => !isIndividual(id));
  if (owner !== undefined) return `provided by ${nameOf(owner)}`;
  return providerId === null
    ? "provided by repositories that were not read"
    : "without a known owner";
}

function weightOf(uses: readonly PlatformUse[]): number {
  return uses.reduce((sum, one) => sum + one.consumerIds.length, 0);
}
