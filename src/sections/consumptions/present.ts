import type { EndedConsumption } from "#insight/adoption/result.ts";
import type { Consumption } from "#model/organisation.ts";
import { type EvidenceList, isoTime } from "../evidence-list.ts";
import type { ReportConsumption } from "./schema.ts";

export function mapConsumption(
  consumption: Consumption,
  ended: EndedConsumption | undefined,
  evidence: EvidenceList,
): ReportConsumption {
  return {
    id: consumption.id,
    consumerComponentId: consumption.consumerComponentId,
    capabilityId: consumption.capabilityId,
    via: consumption.via,
    scope: consumption.scope,
    from: isoTime(consumption.from.at),
    fromCensored: consumption.isFromCensored,
    to: consumption.to === null ? null : isoTime(consumption.to.at),
    endReason: ended?.reason ?? null,
    continuesIn: ended?.reason === "carried" ? ended.to : null,
    constraint: consumption.constraint,
    versions: consumption.versions.map(({ version, from, to }) => ({
      version,
      from: isoTime(from),
      to: to === null ? null : isoTime(to),
    })),
    confidence: consumption.confidence,
    evidenceIds: evidence.add(consumption.evidence),
  };
}
