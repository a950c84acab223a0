import type { ReportLayers } from "./schema.ts";
import type { LayersResult } from "#insight/layers/result.ts";
import type { EvidenceList } from "../evidence-list.ts";

export function mapLayers(
  { unknown: _, layers, chains, ...counts }: LayersResult,
  evidence: EvidenceList,
): ReportLayers {
  return {
    ...counts,
    layers: layers.map(({ evidence: refs, ...layer }) => ({
      ...layer,
      evidenceIds: evidence.add(refs),
    })),
    chains: chains.map(({ capabilityIds, consumerIds, wrappersCount }) => ({
      capabilityIds: [...capabilityIds],
      consumerIds: [...consumerIds],
      wrappersCount,
    })),
  };
}
