import type { Unknown } from "#evidence/unknown.ts";
import type { LoadDimension } from "#vocabulary/measures.ts";

/** What one team must know. */
export interface CognitiveLoad {
  readonly teamId: string;
  readonly componentsCount: number;
  /** Distinct things over all dimensions, at as-of. */
  readonly itemsCount: number;
  readonly dimensions: readonly {
    readonly dimension: LoadDimension;
    readonly count: number;
    /** Names, sorted. */
    readonly items: readonly string[];
  }[];
  /** Without languages and runtimes, whose past is not known. */
  readonly trend: readonly { readonly at: number; readonly count: number }[];
  /** Theil–Sen slope a year ÷ mean; null below eight quarters. */
  readonly growth: {
    readonly relativePerYear: number;
    readonly perYear: number;
    readonly low: number;
    readonly high: number;
    readonly n: number;
  } | null;
  readonly unknown: readonly Unknown[];
}
