import type { SignalId } from "./indicator.ts";
import type { DecayId } from "#vocabulary/decision.ts";

export const signalTitles: Readonly<Record<SignalId, string>> = {
  1: "The same problem is solved in different ways",
  2: "Work is slow because of tooling",
  3: "Internal interfaces are hard to use, undocumented or unstable",
  4: "Technical leads act as the platform's product managers",
  5: "Platform work is put off",
  6: "Speed is bought with maintainability",
  7: "Security, compliance and performance problems are systemic",
};

export const decayTitles: Readonly<Record<DecayId, string>> = {
  "ad-hoc-services": "Ad-hoc services",
  "fragmented-tooling": "Fragmented tooling",
  "cognitive-load": "Cognitive load",
  "one-more-abstraction": "Just one more abstraction",
  "diluted-responsibility": "Diluted responsibility and no direction",
};

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a constant
export const decayIds = Object.keys(decayTitles) as readonly DecayId[];
export const signalIds: readonly SignalId[] = [1, 2, 3, 4, 5, 6, 7];
