import type { Unknown } from "#evidence/unknown.ts";
import { counted } from "#kernel/phrases.ts";
import type { ComponentEffort } from "#model/effort.ts";
import type { Capability, Component } from "#model/organisation.ts";
import { avoidedEffort, writingForReuse, type Reuse } from "./avoided.ts";
import type { Ground } from "./ground.ts";
import type { Span } from "./options.ts";
import type { Payback } from "#vocabulary/value.ts";
import type { CapabilityValue, PlatformValue, ValueResult } from "./result.ts";

type BothSides = Pick<
  CapabilityValue,
  | "investedPersonMonths"
  | "writingForReusePersonMonths"
  | "avoidedPersonMonths"
  | "leverage"
  | "payback"
  | "isSavedInPart"
  | "narrowedBy"
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
    payback: null,
    isSavedInPart: isInPart(reuse, ground),
    narrowedBy: [],
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
  const isSavedInPart = isInPart(reuse, ground);
  const isDivided = invested > 0 && !isSavedInPart;
  return {
    ...costs,
    avoidedPersonMonths: avoided,
    leverage: isDivided ? perInvested(avoided, invested) : null,
    payback: paybackOf(avoided, invested, isSavedInPart),
    isSavedInPart,
    narrowedBy: narrowedBy(capability.name, seen === undefined, reuse, ground),
    usedShare: { value: typical, isAssumed: seen === undefined },
    unknown: isDivided ? [] : [undivided(reuse, ground)],
  };
}

/** Users without an owner, or in repositories that were not read, are not counted: it saved more, nobody knows how much. */
function isInPart({ leftOutCount }: Reuse, { unreadCount }: Ground): boolean {
  return leftOutCount > 0 || unreadCount > 0;
}

function undivided({ leftOutCount, components }: Reuse, { unreadCount }: Ground): Unknown {
  const field = "leverage";
  if (leftOutCount > 0) {
    return {
      field,
      code: "saved-in-part",
      reason: `${String(leftOutCount)} of ${String(leftOutCount + components.length)} components that use it have no known owner: what it saved is known for a part only`,
      needs: "owners of the components that use it",
    };
  }
  if (unreadCount > 0) {
    return {
      field,
      code: "saved-in-part",
      reason: `${counted(unreadCount, "thing")} in use here ${unreadCount === 1 ? "comes" : "come"} from repositories of the organisation that were not read: what it saved there is not known`,
      needs: "clones of those repositories",
    };
  }
  return {
    field,
    code: "nothing-invested",
    reason: "nothing was put in that could be divided by",
    needs: "clones with their whole history",
  };
}

/** A saving that is known for a part only can be too small, never too large. */
function paybackOf(avoided: Span, invested: number, isSavedInPart: boolean): Payback {
  if (avoided.low > invested && invested > 0) return "pays";
  return avoided.high < invested && !isSavedInPart ? "does-not-pay" : "not-shown";
}

function narrowedBy(
  name: string,
  isAssumed: boolean,
  { leftOutCount }: Reuse,
  { unreadCount }: Ground,
): string[] {
  return [
    ...(unreadCount > 0
      ? [
          `clones of the repositories that were not read (${counted(unreadCount, "thing")} in use here ${unreadCount === 1 ? "comes" : "come"} from such)`,
        ]
      : []),
    ...(isAssumed
      ? [`names that users of ${name} mention: which part of it they use is assumed now`]
      : []),
    ...(leftOutCount > 0
      ? [`owners of ${counted(leftOutCount, "component")} that use ${name}`]
      : []),
    `what its users would have taken in place of ${name}: where open source would have served, it saved nothing`,
  ];
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
  if (input.partlyRead.has(provider.repositoryId)) {
    return {
      code: "history-cut-off",
      reason: "the clone of its repository is shallow: what was put in is known for a part only",
      needs: "git fetch --unshallow in its clone",
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

/** Uncalibrated: with fewer of them known, a sum would be read as one of all. */
const leastCoverage = 0.6;

/** Both sides over the same capabilities of the platform; null where they can be told for too few of those that others use. */
export function platformOf(
  capabilities: readonly CapabilityValue[],
): Pick<ValueResult, "platform" | "unknown" | "usedCount" | "knownCount" | "assumedCount"> {
  const used = capabilities.filter((one) => one.isPlatform && one.reusingComponents > 0);
  const told = used.filter(
    (one) => one.investedPersonMonths !== null && one.avoidedPersonMonths !== null,
  );
  // What was saved rests on the share that is used: one that its kind stands in for is no knowledge of it.
  const assumedCount = told.filter((one) => one.usedShare?.isAssumed === true).length;
  const knownCount = told.length - assumedCount;
  const counts = { usedCount: used.length, knownCount, assumedCount };
  if (told.length === 0 || told.length < leastCoverage * used.length) {
    const unknown = {
      field: "platform",
      code: told.length === 0 ? "no-ledger" : "known-in-part",
      reason:
        told.length === 0
          ? "no capability of the platform has both sides of the ledger known"
          : `both sides are known for ${String(knownCount)}${assumedCount === 0 ? "" : `, and assumed in part for ${String(assumedCount)} more,`} of ${String(used.length)} capabilities of the platform that others have used: too few for a sum`,
      needs:
        "clones with their whole history, owners, and capabilities whose names consumers mention",
    };
    return { ...counts, platform: null, unknown: [unknown] };
  }
  const invested = told.reduce((sum, one) => sum + (one.investedPersonMonths ?? 0), 0);
  const sum = (pick: (span: Span) => number): number =>
    told.reduce(
      (total, one) =>
        total + (one.avoidedPersonMonths === null ? 0 : pick(one.avoidedPersonMonths)),
      0,
    );
  const avoided = {
    low: sum((one) => one.low),
    likely: sum((one) => one.likely),
    high: sum((one) => one.high),
  };
  const isSavedInPart = told.some((one) => one.isSavedInPart);
  const isDivided = invested > 0 && !isSavedInPart;
  const platform: PlatformValue = {
    capabilityIds: told.map((one) => one.capabilityId),
    assumedCount,
    investedPersonMonths: invested,
    avoidedPersonMonths: avoided,
    leverage: isDivided ? perInvested(avoided, invested) : null,
    payback: paybackOf(avoided, invested, isSavedInPart),
    narrowedBy: [...new Set(widest(told).flatMap((one) => one.narrowedBy.slice(0, 2)))],
  };
  const unknown = {
    field: "platform.leverage",
    code: isSavedInPart ? "saved-in-part" : "nothing-invested",
    reason: isSavedInPart
      ? "users without a known owner, or in repositories that were not read, are not counted: what was saved is known for a part only"
      : "nothing was put in that could be divided by",
    needs: isSavedInPart
      ? "clones of all repositories, and owners of their components"
      : "clones with their whole history",
  };
  return { ...counts, platform, unknown: isDivided ? [] : [unknown] };
}

/** The two whose ranges make the sum's as wide as it is. */
function widest(known: readonly CapabilityValue[]): CapabilityValue[] {
  const width = ({ avoidedPersonMonths: span }: CapabilityValue): number =>
    span === null ? 0 : span.high - span.low;
  return known.toSorted((a, b) => width(b) - width(a)).slice(0, 2);
}

function perInvested({ low, likely, high }: Span, invested: number): Span {
  return { low: low / invested, likely: likely / invested, high: high / invested };
}
