import { notRead, reading, type IndicatorReading } from "../indicator.ts";
import { quantileOf } from "#kernel/stats-summary.ts";
import { counted } from "#kernel/phrases.ts";
import { factsOfComponents } from "./common-readings.ts";
import type { IndicatorSources } from "./indicator-sources.ts";
import { spreadOf } from "./spread.ts";

const least = 5;

/** A new layer masks slow delivery where what is built on layers takes longer to get out than the rest. */
export function layeredLeadTime({
  layers,
  delivery,
  organisation,
}: IndicatorSources): IndicatorReading {
  if (layers.chains.length === 0)
    return notRead(
      "none-layered",
      "Nothing that was read stands behind layers on layers.",
      "Nothing: there are no components behind layers to compare.",
    );
  const layered = new Set(layers.chains.flatMap(({ consumerIds }) => consumerIds));
  const times = new Map<string, number>();
  for (const { series, leadTimes } of delivery) {
    const time = leadTimes.committer?.p50;
    if (series.componentId === null || time === undefined) continue;
    times.set(series.componentId, Math.max(time, times.get(series.componentId) ?? 0));
  }
  const behind = [...times].flatMap(([id, time]) => (layered.has(id) ? time : []));
  const others = [...times].flatMap(([id, time]) => (layered.has(id) ? [] : time));
  if (behind.length < least || others.length < least) {
    return notRead(
      "too-few",
      `Lead time is known of ${counted(behind.length, "component")} behind layers and ${counted(others.length, "other")}; ${String(least)} of each are needed.`,
      "Deployments of more components.",
    );
  }
  const ratio = quantileOf(behind, 0.5) / Math.max(1, quantileOf(others, 0.5));
  return reading({
    value: ratio,
    n: Math.min(behind.length, others.length),
    coverage: null,
    text: `Half of ${counted(behind.length, "component")} behind layers take ${ratio.toFixed(1)} times as long as the others`,
    spread: spreadOf(Math.min(behind.length, others.length)),
    evidence: factsOfComponents(
      organisation.components,
      new Set([...times.keys()].filter((id) => layered.has(id))),
    ),
  });
}
