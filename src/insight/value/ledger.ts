import type { Unknown } from "#evidence/unknown.ts";
import type { ComponentEffort } from "#model/effort.ts";
import type { Capability, Component } from "#model/organisation.ts";
import { avoidedEffort, writingForReuse, type Reuse } from "./avoided.ts";
import type { Ground } from "./ground.ts";
import type { Span } from "./options.ts";
import type { CapabilityValue, PlatformValue, ValueResult } from "./result.ts";

type BothSides = Pick<
  CapabilityValue,
  | "investedPersonMonths"
  | "writingForReusePersonMonths"
  | "avoidedPersonMonths"
  | "leverage"
  | "usedShare"
  | "unknown"
>;

/** What was put in and what it saved, in person-months; null with the reason where either cannot be said. */
export function bothSides(
  capability: Capability,
  {
    provider,
    effort,
  }: { readonly provider: Component | undefined; readonly effort: ComponentEffort | undefined },
  reuse: Reuse,
  ground: Ground,
): BothSides {
  const { options } = ground;
  const nothing = {
    investedPersonMonths: null,
    writingForReusePersonMonths: null,
    avoidedPersonMonths: null,
    leverage: null,
    usedShare: null,
  };
  const missing = effortGap(capability, provider, effort, reuse, ground);
  if (missing !== null) return { ...nothing, unknown: gaps(missing) };
  if (provider === undefined || effort === undefined) return { ...nothing, unknown: [] };
  const part = 1 / (ground.offers.get(provider.id) ?? 1);
  const invested = effort.total * part;
  const costs = {
    investedPersonMonths: invested,
    writingForReusePersonMonths: writingForReuse(invested, options),
  };
  const seen = ground.shares.get(capability.id);
  const typical = seen?.typical ?? ground.typicalShare.get(capability.kind);
  if (typical === undefined) {
    const reason = "how much of it its consumers use cannot be seen";
    const needs = "exported names that consumers mention";
    return {
      ...nothing,
      ...costs,
      unknown: ["usedShare", "avoidedPersonMonths", "leverage"].map((field) => ({
        field,
        code: "use-unseen",
        reason,
        needs,
      })),
    };
  }
  const shareOf = (owner: string): number => seen?.byOwner.get(owner) ?? typical;
  const avoided = avoidedEffort(reuse, { effort, part }, shareOf, options);
  return {
    ...costs,
    avoidedPersonMonths: avoided,
    leverage: invested === 0 ? null : perInvested(avoided, invested),
    usedShare: { value: typical, isAssumed: seen === undefined },
    unknown: [],
  };
}

function effortGap(
  { kind }: Capability,
  provider: Component | undefined,
  effort: ComponentEffort | undefined,
  reuse: Reuse,
  { options, input }: Ground,
): Omit<Unknown, "field"> | null {
  const { suppressBelow } = options;
  if (provider === undefined) {
    return {
      code: "provider-not-read",
      reason: "the repository that makes it is not among those read",
      needs: "a clone of its repository",
    };
  }
  if (reuse.components.length === 0) {
    return {
      code: "unused",
      reason: "no component of another owner was ever seen to use it",
      needs: "a first user in another team",
    };
  }
  // A product's own workflows and packages are a small part of it; a service is the product itself.
  if (!input.platformIds.has(provider.id) && kind !== "service" && kind !== "api") {
    return {
      code: "not-separable",
      reason: "its component does other things as well, and their effort cannot be told apart",
      needs: "a component of its own for it",
    };
  }
  if (effort !== undefined && effort.peopleCount >= suppressBelow) return null;
  return {
    code: "suppressed",
    reason: `fewer than ${String(suppressBelow)} people worked on it`,
    needs: "nothing: figures of so few people are never shown",
  };
}

function gaps(gap: Omit<Unknown, "field">): Unknown[] {
  return [
    "investedPersonMonths",
    "writingForReusePersonMonths",
    "avoidedPersonMonths",
    "leverage",
    "usedShare",
  ].map((field) => ({ field, ...gap }));
}

/** Sums over capabilities of the platform for which both sides are known. */
export function platformOf(
  capabilities: readonly CapabilityValue[],
): Pick<ValueResult, "platform" | "unknown"> {
  const counted = capabilities.filter(
    (one) =>
      one.isPlatform && one.investedPersonMonths !== null && one.avoidedPersonMonths !== null,
  );
  if (counted.length === 0) {
    const unknown = {
      field: "platform",
      code: "no-ledger",
      reason: "no capability of the platform has both sides of the ledger known",
      needs:
        "clones with their whole history, owners, and capabilities whose names consumers mention",
    };
    return { platform: null, unknown: [unknown] };
  }
  const invested = counted.reduce((sum, one) => sum + (one.investedPersonMonths ?? 0), 0);
  const sum = (pick: (span: Span) => number): number =>
    counted.reduce(
      (total, one) =>
        total + (one.avoidedPersonMonths === null ? 0 : pick(one.avoidedPersonMonths)),
      0,
    );
  const avoided = {
    low: sum((one) => one.low),
    likely: sum((one) => one.likely),
    high: sum((one) => one.high),
  };
  const platform: PlatformValue = {
    capabilityIds: counted.map((one) => one.capabilityId),
    investedPersonMonths: invested,
    avoidedPersonMonths: avoided,
    leverage: invested === 0 ? null : perInvested(avoided, invested),
  };
  return { platform, unknown: [] };
}

function perInvested({ low, likely, high }: Span, invested: number): Span {
  return { low: low / invested, likely: likely / invested, high: high / invested };
}
