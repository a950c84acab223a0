import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Unknown } from "#evidence/unknown.ts";
import type { SurveyTopic } from "#vocabulary/declared.ts";

/** Share of respondents with its 95 % Wilson interval. */
export interface Share {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

export interface ItemResult {
  readonly itemId: string;
  readonly survey: string;
  readonly topic: SurveyTopic;
  readonly text: string;
  readonly origin: string;
  /** Answers of the upper two points of an agreement; null below the minimum. */
  readonly favourable: Share | null;
  /** Answers of the lower two points. */
  readonly unfavourable: Share | null;
  readonly mean: number | null;
  readonly n: number;
  /** Teams with enough respondents, none from which another's answers could be worked out; by name, never by value. */
  readonly byTeam: readonly { readonly team: string; readonly favourable: Share }[];
  readonly suppressedTeamsCount: number;
}

export interface SurveyResult {
  readonly survey: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly respondentsCount: number;
  readonly invitedCount: number | null;
  readonly responseRate: number | null;
}

export interface ScoreResult {
  readonly survey: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/** How long requests wait, by kind; seconds. */
export interface RequestWait {
  readonly kind: string;
  readonly count: number;
  readonly openCount: number;
  readonly openAgeP50: number | null;
  readonly answerP50: number | null;
  readonly answeredCount: number;
}

export interface ExperienceResult {
  readonly surveys: readonly SurveyResult[];
  readonly items: readonly ItemResult[];
  /** Of the newest survey that has them. */
  readonly nps: ScoreResult | null;
  readonly csat: ScoreResult | null;
  readonly ces: ScoreResult | null;
  /** No alternative is in use for most uses: a recommendation is then no choice. */
  readonly isMostlyCaptive: boolean | null;
  /** Uses of other repositories' capabilities, and those of them of which it is known whether there was an alternative. */
  readonly choicesKnownCount: number;
  readonly choicesCount: number;
  readonly requests: readonly RequestWait[];
  /** Null: none were fed in. */
  readonly requestsCount: number | null;
  /** Days from a component's birth to its first use of a capability that was there already; those born with it apart. */
  readonly timeToFirstUseDays: {
    readonly p50: number;
    /** Null: of fewer than five. */
    readonly p85: number | null;
    readonly n: number;
  } | null;
  readonly bornWithCount: number;
  readonly friction: readonly {
    readonly title: string;
    readonly team: string | null;
    readonly openedAt: number;
  }[];
  readonly unknown: readonly Unknown[];
  readonly evidence: readonly EvidenceRef[];
}
