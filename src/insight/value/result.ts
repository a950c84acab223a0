import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Unknown } from "#evidence/unknown.ts";
import type { MoneyRate, Span } from "./options.ts";
import type { AssociationUnit, NegativeKind, OutcomeMetric, Payback } from "#vocabulary/value.ts";

export interface Assumption {
  readonly name: string;
  readonly value: Span;
  readonly source: string;
}

/** What a capability costs those who build on it. */
export interface Negative {
  readonly kind: NegativeKind;
  readonly count: number | null;
  readonly personMonths: Span | null;
}

/** How an outcome moved around adoption, against components that had not adopted yet: an association, no proof. */
export interface Association {
  readonly metric: OutcomeMetric;
  /** `relative`: −0.2 is 20 % less; `absolute`: difference of shares. */
  readonly unit: AssociationUnit;
  readonly effect: number;
  readonly low: number;
  readonly high: number;
  readonly pValue: number;
  /** Adjusted for all comparisons of the report (Benjamini and Hochberg 1995). */
  readonly adjustedPValue: number;
  /** Smallest effect that would be found with a power of 80 %. */
  readonly minimumDetectableEffect: number;
  /** The same difference before adoption: should be nothing. */
  readonly preTrend: { readonly effect: number; readonly pValue: number } | null;
  readonly adoptingOwners: number;
  readonly comparisonOwners: number;
  readonly componentsCount: number;
  /** Quarters since adoption, negative before; −1 is what the others are compared with. */
  readonly curve: readonly {
    readonly quarter: number;
    readonly effect: number;
    readonly n: number;
  }[];
}

export interface CapabilityValue {
  readonly capabilityId: string;
  /** Its provider is classed as platform: it counts in the sum. */
  readonly isPlatform: boolean;
  /** Person-months of the people who worked on its component. */
  readonly investedPersonMonths: number | null;
  /** Of these, what writing it for others cost on top. */
  readonly writingForReusePersonMonths: Span | null;
  readonly avoidedPersonMonths: Span | null;
  readonly leverage: Span | null;
  /** Null where either side is not known. */
  readonly payback: Payback | null;
  /** Users without a known owner, or in repositories that were not read, are not counted. */
  readonly isSavedInPart: boolean;
  /** What would make the range smaller. */
  readonly narrowedBy: readonly string[];
  /** Other owners that use it or used it; null where nobody knows the owner of any. */
  readonly reusingOwners: number | null;
  /** Theirs, and those of other repositories whose owner is not known. */
  readonly reusingComponents: number;
  /** Share of its exported names that an owner uses, median over owners. */
  readonly usedShare: { readonly value: number; readonly isAssumed: boolean } | null;
  readonly negatives: readonly Negative[];
  readonly association: readonly Association[];
  readonly unknown: readonly Unknown[];
  readonly evidence: readonly EvidenceRef[];
}

/** The ledger of the platform: both sides over the same capabilities, those for which both can be told. */
export interface PlatformValue {
  readonly capabilityIds: readonly string[];
  /** Those of them whose used share is assumed. */
  readonly assumedCount: number;
  readonly investedPersonMonths: number;
  readonly avoidedPersonMonths: Span;
  readonly leverage: Span | null;
  readonly payback: Payback;
  readonly narrowedBy: readonly string[];
}

export interface ValueResult {
  readonly capabilities: readonly CapabilityValue[];
  /** Capabilities of the platform that others use or used, and those of them with both sides known. */
  readonly usedCount: number;
  readonly knownCount: number;
  /** More of them, where the share that is used is what is typical of their kind. */
  readonly assumedCount: number;
  /** Null also where both sides are known for too few of them. */
  readonly platform: PlatformValue | null;
  readonly assumptions: readonly Assumption[];
  readonly rate: MoneyRate | null;
  readonly unknown: readonly Unknown[];
}
