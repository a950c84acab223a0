import type { Keepers } from "#model/keepers.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Unknown } from "#evidence/unknown.ts";
import type { Eligible } from "./eligible-without.ts";
import type { Use } from "./uses.ts";
import type { EndReason, ForecastModel, RetirementState, WaveKind } from "#vocabulary/adoption.ts";
import type { Audience, ExportUnit } from "#vocabulary/structure.ts";

export interface CurvePoint {
  readonly date: number;
  readonly components: number;
  readonly owners: number;
  readonly eligible: number | null;
  readonly joined: number;
  readonly left: number;
}

export interface End {
  readonly reason: EndReason;
  /** Capability id or purl that took its place. */
  readonly to: string | null;
}

/** The last use of a component that does not use it now, under any name and in no other place. */
export interface Departure extends End {
  readonly use: Use;
  /** The component lived on, and nobody meant it to leave: see `Left.livedOn`. */
  readonly isLoss: boolean;
}

/** Components that used a capability and do not now; the parts add up to `count` = ever − now. */
export interface Left {
  readonly count: number;
  /** The component lived on and the capability too: only these are a loss. */
  readonly livedOn: number;
  /** Ended with their component. */
  readonly ended: number;
  /** Follow a new name, or another capability of the same provider. */
  readonly moved: number;
  /** Left what its provider retires. */
  readonly retired: number;
}

/** Of what its provider retires: `left` of `of` components that ever used it do not now. */
export interface Retirement {
  readonly state: RetirementState;
  readonly left: number;
  readonly of: number;
  readonly successorIds: readonly string[];
}

/** Why a consumption ended, and the capability, package or component it goes on with. */
export interface EndedConsumption {
  readonly consumptionId: string;
  readonly reason: EndReason;
  readonly to: string | null;
}

export interface Leavers {
  readonly reason: EndReason;
  /** Capability id or purl of the substitute or of the new name. */
  readonly to: string | null;
  readonly count: number;
  readonly consumptionIds: readonly string[];
}

export interface Retention {
  readonly n: number;
  readonly events: number;
  readonly curve: readonly {
    readonly days: number;
    readonly survival: number;
    readonly low: number;
    readonly high: number;
    readonly atRisk: number;
  }[];
  readonly clusteredBand:
    | readonly { readonly days: number; readonly low: number; readonly high: number }[]
    | null;
  readonly medianDays: number | null;
  readonly competing: readonly {
    readonly days: number;
    readonly left: number;
    readonly archived: number;
  }[];
}

export interface Cohort {
  readonly quarter: string;
  readonly size: number;
  readonly stillUsing: number;
  readonly stayedByYear: readonly (number | null)[];
}

export interface Currency {
  /** Components below the major version that is asked for: the rest of `onNewestMajor`. */
  readonly behindIds: readonly string[];
  readonly newestMajor: string | null;
  readonly onNewestMajor: {
    /** The newest that is asked for, or newer: `newestMajor` may still be in its days of grace. */
    readonly major: string;
    readonly share: number;
    readonly numerator: number;
    readonly denominator: number;
  } | null;
  readonly versionsBehind: {
    readonly p50: number;
    readonly max: number;
    readonly n: number;
  } | null;
  readonly libyears: { readonly p50: number; readonly total: number; readonly n: number } | null;
  readonly versionsInUse: readonly {
    readonly version: string;
    readonly count: number;
    readonly componentIds: readonly string[];
  }[];
}

export interface Wave {
  readonly kind: WaveKind;
  readonly from: number;
  readonly to: number;
  readonly windowDays: number;
  readonly adopters: number;
  readonly owners: number;
  readonly share: number;
  readonly pValue: number | null;
  readonly reason: string;
  readonly evidence: readonly EvidenceRef[];
}

/** Uses by who opened them; null where the count is withheld, for fewer people stand behind it than may be told. */
export interface Pull {
  readonly consumer: number | null;
  readonly provider: number | null;
  readonly bot: number;
  readonly template: number;
  readonly unclear: number | null;
}

export interface Choice {
  readonly chosen: number;
  readonly captive: number;
  readonly unknown: number;
}

export interface Defection {
  readonly kind: "wrapper" | "vendored-copy" | "substitute";
  readonly componentId: string;
  readonly text: string;
  readonly since: number | null;
  readonly evidence: readonly EvidenceRef[];
}

export interface Forecast {
  readonly model: ForecastModel;
  readonly ceiling: number;
  readonly parameters: Readonly<Record<string, number>>;
  /** Root mean squared error over the periods held out, in adoptions. */
  readonly heldOutError: {
    readonly model: number;
    readonly straightLine: number;
    readonly periods: number;
  };
  /** Cumulative first adoptions. */
  readonly points: readonly {
    readonly date: number;
    readonly likely: number;
    readonly low: number;
    readonly high: number;
  }[];
}

export interface Richness {
  readonly exportedCount: number;
  readonly unit: ExportUnit;
  readonly usedShare: number | null;
  readonly releases: readonly {
    readonly version: string;
    readonly at: number;
    readonly exportedCount: number;
  }[];
}

export interface Price {
  readonly majorsCount: number | null;
  readonly upgradesImposed: number | null;
  readonly hoursWaited: number | null;
  readonly incidentsCaused: number | null;
}

/** Adoption of one capability. Times are epoch seconds; the fields are those of the report. */
export interface AdoptionResult {
  readonly capabilityId: string;
  readonly adoptersNow: number;
  readonly adoptersEver: number;
  readonly ownersNow: number;
  readonly ownersEver: number;
  /** Teams of the components in use, or their repositories where most owners are unknown. */
  readonly keepersNow: Keepers;
  /** Components that call it now only so that its own tests run against them: no adopters. */
  readonly reverseTestersCount: number;
  /** Of the adopters now those whose clones are older than the others: they were using it when last seen. */
  readonly olderClonesCount: number;
  readonly eligibleCount: number | null;
  readonly eligibleType: string | null;
  /** Frameworks (purls) that all adopters share beyond chance: only who has them could use it. */
  readonly eligibleTraits: readonly string[];
  /** Whom most adopters are made for, where that is known of them: it is recommended to no others. */
  readonly audience: Audience | null;
  /** Of those eligible that are made for the same people, the share that uses it; null: nobody knows whom they are made for. */
  readonly rateByAudience: ReadonlyMap<Audience | null, number>;
  /** Those that could use it, over time; null where they are not known, or where adopters are none of them. */
  readonly eligible: Eligible | null;
  readonly rate: number | null;
  readonly rateNumerator: number | null;
  readonly curve: readonly CurvePoint[];
  readonly retention: Retention | null;
  readonly left: Left;
  readonly retirement: Retirement | null;
  /** Last uses of the components that do not use it now, one for each. */
  readonly departures: readonly Departure[];
  readonly ended: readonly EndedConsumption[];
  /** Where components went that use it no more, known even where there are too few for a retention curve. */
  readonly leaversTo: readonly Leavers[];
  readonly timeToAdoptDays: {
    readonly p50: number;
    readonly p85: number;
    readonly n: number;
  } | null;
  readonly cohorts: readonly Cohort[];
  readonly currency: Currency;
  readonly waves: readonly Wave[];
  readonly pull: Pull | null;
  readonly choice: Choice;
  readonly defections: readonly Defection[];
  readonly forecast: Forecast | null;
  readonly reuse: {
    readonly value: number;
    readonly adoptingOwners: number;
    readonly eligibleOwners: number;
  } | null;
  readonly scale: {
    readonly source: string;
    readonly unit: string;
    readonly min: number;
    readonly p50: number;
    readonly max: number;
    readonly n: number;
  } | null;
  readonly consistency: { readonly simpson: number; readonly n: number } | null;
  readonly richness: Richness | null;
  readonly price: Price;
  /** The uses everything above was counted from, ends included. */
  readonly uses: readonly Use[];
  readonly unknown: readonly Unknown[];
  readonly evidence: readonly EvidenceRef[];
}
