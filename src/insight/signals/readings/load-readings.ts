import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Organisation } from "#model/organisation.ts";
import { notRead, reading, type IndicatorReading } from "../indicator.ts";
import { quantileOf } from "#kernel/stats-summary.ts";
import { counted, percentOf } from "#kernel/phrases.ts";
import { factsOfComponents } from "./common-readings.ts";
import type { IndicatorSources } from "./indicator-sources.ts";
import { spreadOfMean, spreadOfMedian, spreadOfShare } from "./spread.ts";

const noTeams = () =>
  notRead("no-owners", "No team owns a component.", "CODEOWNERS files, or a published catalogue.");

/** The median over teams: no team stands out by name. */
export function cognitiveLoadLevel({
  cognitiveLoad,
  ownerCoverage,
  organisation,
}: IndicatorSources): IndicatorReading {
  const loads = cognitiveLoad.filter((one) => one.componentsCount > 0);
  if (loads.length === 0) return noTeams();
  const median = quantileOf(
    loads.map((one) => one.itemsCount),
    0.5,
  );
  return reading({
    value: median,
    n: loads.length,
    coverage: ownerCoverage,
    text: `Half of ${counted(loads.length, "team")} must know ${String(Math.round(median))} languages, tools, capabilities and versions or more`,
    spread: spreadOfMedian(loads.map((one) => ({ cluster: one.teamId, value: one.itemsCount }))),
    evidence: ownedComponents(organisation),
  });
}

function ownedComponents({ components }: Organisation): EvidenceRef[] {
  const owned = components.filter(({ ownerIds }) => ownerIds.length > 0).map(({ id }) => id);
  return factsOfComponents(components, new Set(owned));
}

export function cognitiveLoadGrowth({
  cognitiveLoad,
  ownerCoverage,
  organisation,
}: IndicatorSources): IndicatorReading {
  const growths = cognitiveLoad.flatMap((one) => one.growth?.relativePerYear ?? []);
  if (cognitiveLoad.length === 0) return noTeams();
  if (growths.length === 0) {
    return notRead(
      "too-few-quarters",
      "No team's components are known for eight quarter-ends.",
      "Clones with two years of history.",
    );
  }
  const median = quantileOf(growths, 0.5);
  return reading({
    value: median,
    n: growths.length,
    coverage: ownerCoverage,
    text: `What a team must know ${median < 0 ? "falls" : "grows"} by ${percentOf(Math.abs(median))} a year, median of ${counted(growths.length, "team")}`,
    spread: spreadOfMedian(growths.map((value, index) => ({ cluster: String(index), value }))),
    evidence: ownedComponents(organisation),
  });
}

export function wrapperChains({ layers }: IndicatorSources): IndicatorReading {
  const { inUseCount, chainedCount, chains } = layers;
  const chained = new Set(chains.flatMap(({ capabilityIds }) => capabilityIds));
  if (inUseCount === 0)
    return notRead("no-uses", "Nothing that is offered is in use.", "More repositories.");
  return reading({
    value: chainedCount / inUseCount,
    n: inUseCount,
    coverage: null,
    text: `${counted(chainedCount, "capability", "capabilities")} of ${String(inUseCount)} in use at runtime are reached through three or more wrappers (${counted(chains.length, "chain")})`,
    spread: spreadOfShare(
      Array.from({ length: inUseCount }, (_, index) => ({
        cluster: String(index),
        part: Number(index < chainedCount),
        of: 1,
      })),
    ),
    evidence: layers.layers
      .filter((one) => chained.has(one.capabilityId) && chained.has(one.overId))
      .flatMap((one) => one.evidence.slice(0, 1)),
  });
}

export function thinLayers({ layers: { layers } }: IndicatorSources): IndicatorReading {
  const judged = layers.filter((one) => one.isThin !== null);
  if (judged.length === 0) {
    return notRead(
      "no-layers",
      "No capability is seen to be laid over another one whose size and names are known.",
      "Clones of the repositories that provide them.",
    );
  }
  const thin = judged.filter((one) => one.isThin === true);
  return reading({
    value: thin.length / judged.length,
    n: judged.length,
    coverage: judged.length / layers.length,
    text: `${counted(thin.length, "layer")} of ${String(judged.length)} add little to what they are laid over`,
    spread: spreadOfMean(judged.map((one) => Number(one.isThin === true))),
    evidence: (thin.length > 0 ? thin : judged).flatMap((one) => one.evidence.slice(0, 1)),
  });
}
