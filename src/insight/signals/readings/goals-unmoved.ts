import { notRead, reading, type IndicatorReading } from "../indicator.ts";
import { counted } from "#kernel/phrases.ts";
import type { IndicatorSources } from "./indicator-sources.ts";
import { spreadOf } from "./spread.ts";

/** A goal steers where it says what is measured, and what it is today: a file alone steers nobody. */
export function goalsUnmoved({ goals }: IndicatorSources): IndicatorReading {
  if (goals.length === 0) {
    return notRead(
      "no-goals",
      "No goal is named.",
      "Goals in fulcrum.yaml, with target and actual.",
    );
  }
  const unmoved = goals.filter(({ target, actual }) => target === null || actual === null);
  return reading({
    value: unmoved.length / goals.length,
    n: goals.length,
    coverage: 1,
    text: `${counted(unmoved.length, "goal")} of ${String(goals.length)} without a target and what is reached of it today`,
    spread: spreadOf(goals.length),
    evidence: goals.map(({ name, target, actual }) => ({
      source: "configuration",
      repositoryId: null,
      commit: null,
      path: "fulcrum.yaml",
      line: null,
      at: null,
      how: "declared",
      confidence: "high",
      text: `${name}: target ${target ?? "not set"}, today ${actual ?? "not said"}`.slice(0, 500),
    })),
  });
}
