import type { ReportOwnership } from "./schema.ts";
import type { OwnershipResult } from "#insight/ownership/result.ts";
import { isoTimeOrNull, type EvidenceList } from "../evidence-list.ts";

export function mapOwnership(result: OwnershipResult, evidence: EvidenceList): ReportOwnership {
  return {
    shares: result.shares.map((one) => ({ ...one })),
    findings: result.findings.map(({ evidence: refs, since, ownerIds, ...finding }) => ({
      ...finding,
      ownerIds: [...ownerIds],
      since: isoTimeOrNull(since),
      evidenceIds: evidence.add(refs),
    })),
    promises: result.promises.map(({ evidence: refs, by, ...promise }) => ({
      ...promise,
      by: isoTimeOrNull(by),
      evidenceIds: evidence.add(refs),
    })),
  };
}
