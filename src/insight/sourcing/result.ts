import type { Reference } from "#kernel/reference.ts";
import type { SourcingAnswer, SourcingKind } from "#vocabulary/decision.ts";

export interface SourcingOption {
  readonly kind: SourcingKind;
  readonly title: string;
  /** What is not answered counts a half; `fitRange` is what it could make of it. */
  readonly fit: number;
  readonly fitRange: { readonly low: number; readonly high: number };
  readonly weights: readonly {
    readonly input: string;
    readonly question: string;
    /** Below 0: a yes speaks against it. */
    readonly weight: number;
    /** Null: not answered, and nothing suggests one. */
    readonly answer: SourcingAnswer | null;
    /** What suggests the answer, where nobody gave one. */
    readonly suggestedBecause: string | null;
    readonly contribution: number;
  }[];
  readonly lookFor: readonly string[];
  readonly brings: readonly string[];
  readonly benefits: readonly string[];
  readonly worksBestWhen: readonly string[];
  readonly risks: readonly { readonly risk: string; readonly containment: string }[];
}

export interface Trait {
  readonly id: string;
  readonly trait: string;
  readonly why: string;
  readonly kinds: readonly SourcingKind[];
  readonly questions: readonly {
    readonly question: string;
    readonly listenFor: readonly string[];
    readonly scale: readonly { readonly score: number; readonly means: string }[];
  }[];
}

export interface InterviewKit {
  readonly instructions: string;
  readonly traits: readonly Trait[];
  readonly maximumScore: number;
}

export interface PlanAction {
  readonly text: string;
  readonly because: string;
  /** The finding it rests on. */
  readonly reference: Reference;
}

export interface PlanPhase {
  readonly title: string;
  readonly fromDay: number;
  readonly toDay: number;
  readonly actions: readonly PlanAction[];
  readonly outcome: string;
}

export interface HandOver {
  readonly purpose: string;
  readonly maximumMonths: number;
  readonly steps: readonly string[];
  readonly exitCriteria: readonly {
    readonly criterion: string;
    readonly measuredBy: string;
    readonly today: string;
    readonly isMet: boolean | null;
  }[];
}

export interface SourcingResult {
  readonly options: readonly SourcingOption[];
  readonly answeredCount: number;
  /** Not answered, and suggested by evidence. */
  readonly suggestedCount: number;
  readonly questionsCount: number;
  readonly contradictions: readonly string[];
  readonly interviewKit: InterviewKit;
  readonly first90Days: { readonly phases: readonly PlanPhase[] };
  readonly handOver: HandOver;
}
