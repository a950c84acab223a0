import type { DocumentationPart } from "#vocabulary/measures.ts";

/** Weights and thresholds of docs/insights/documentation.md: all uncalibrated. */
export interface DocumentationOptions {
  /** Sum 1; parts that cannot be judged are left out and the rest is scaled. */
  readonly weights: Readonly<Record<DocumentationPart, number>>;
  /** Words of a first paragraph that says what it is. */
  readonly purposeWords: number;
  /** Code blocks that make examples whole. */
  readonly wholeExamples: number;
  /** Documents that changed no longer than this before the code are fresh, in days. */
  readonly freshDays: number;
  /** From this distance on they are stale. */
  readonly staleDays: number;
}

export const defaultDocumentationOptions: DocumentationOptions = {
  weights: {
    purpose: 0.15,
    install: 0.1,
    usage: 0.15,
    examples: 0.15,
    reference: 0.15,
    configuration: 0.05,
    support: 0.05,
    changelog: 0.1,
    freshness: 0.05,
    links: 0.05,
  },
  purposeWords: 8,
  wholeExamples: 3,
  freshDays: 180,
  staleDays: 730,
};
