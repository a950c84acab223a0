import type { SourcingKind } from "#vocabulary/decision.ts";

/** A fact that people declare about their organisation, never about a person, and what a yes says for each option. */
export interface SourcingQuestion {
  readonly question: string;
  /** From −2 (speaks against it) to 2; judgements of this project, uncalibrated. */
  readonly weights: Readonly<Record<SourcingKind, number>>;
}

export const sourcingQuestions = {
  "internal-candidates": {
    question:
      "Are there people inside with product instinct who know the platform: senior product managers of complex domains, tech leads, engineering or DevOps leads, architects who communicate?",
    weights: { internal: 2, external: 0, interim: 0 },
  },
  "candidates-can-move": {
    question: "Could such people leave what they do within a quarter?",
    weights: { internal: 2, external: -1, interim: -1 },
  },
  "knowledge-decides": {
    question:
      "Does knowing the architecture, its constraints and the dynamics between teams matter more than having done it elsewhere?",
    weights: { internal: 2, external: -1, interim: -1 },
  },
  "platform-admitted": {
    question: "Does the organisation say openly that it builds a platform?",
    weights: { internal: 1, external: 2, interim: 0 },
  },
  "experience-missing": {
    question: "Has nobody inside shipped and operated a platform of this size?",
    weights: { internal: -1, external: 2, interim: 1 },
  },
  "strategy-wanted": {
    question: "Is a strategy wanted, not a backlog that is worked off?",
    weights: { internal: 0, external: 2, interim: 1 },
  },
  "permanent-budget": {
    question: "Is there a budget for a permanent position?",
    weights: { internal: 1, external: 2, interim: -1 },
  },
  "boundaries-unclear": {
    question: "Is it unclear what the platform is, or who owns which part of it?",
    weights: { internal: 0, external: -1, interim: 2 },
  },
  "model-reset": {
    question: "Must strategy, governance or the operating model be set anew?",
    weights: { internal: -1, external: 0, interim: 2 },
  },
  restructuring: {
    question: "Is the organisation being restructured, or is neutral facilitation needed?",
    weights: { internal: -1, external: -1, interim: 2 },
  },
  "temporary-gap": {
    question: "Is this about a gap of some months?",
    weights: { internal: 0, external: -2, interim: 2 },
  },
  "platform-forming": {
    question: "Is the platform only being formed?",
    weights: { internal: 0, external: 0, interim: 2 },
  },
} as const satisfies Readonly<Record<string, SourcingQuestion>>;

export type SourcingQuestionId = keyof typeof sourcingQuestions;

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a constant
export const sourcingQuestionIds = Object.keys(sourcingQuestions) as readonly SourcingQuestionId[];
