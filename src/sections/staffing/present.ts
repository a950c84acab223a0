import type { ReportStaffing } from "./schema.ts";
import type { StaffingResult } from "#insight/staffing/result.ts";
import type { EvidenceList } from "../evidence-list.ts";

export function mapStaffing(result: StaffingResult, evidence: EvidenceList): ReportStaffing {
  const { unknown: _, ...rest } = result;
  return {
    ...rest,
    domains: result.domains.map(({ consumingOwnerIds, evidence: refs, ...domain }) => ({
      ...domain,
      capabilityIds: [...domain.capabilityIds],
      componentIds: [...domain.componentIds],
      consumingOwnersCount: consumingOwnerIds.length,
      evidenceIds: evidence.add(refs),
    })),
    platformTeams: result.platformTeams.map((team) => ({
      ...team,
      componentIds: [...team.componentIds],
    })),
    reasons: [...result.reasons],
    assignments: result.assignments.map((one) => ({
      ...one,
      domains: [...one.domains],
      capabilityIds: [...one.capabilityIds],
    })),
    sensitivity: result.sensitivity.map((one) => ({ ...one })),
    contradictions: [...result.contradictions],
  };
}

/** Its own reasons, and one for each team of which nothing says whether it counts. */
export function staffingUnknowns({ unknown, platformTeams }: StaffingResult) {
  return [
    ...unknown.map(({ field, ...entry }) => ({ pointer: `/staffing/${field}`, ...entry })),
    ...platformTeams.flatMap(({ isCounted }, index) =>
      isCounted === null
        ? [
            {
              pointer: `/staffing/platformTeams/${String(index)}/isCounted`,
              code: "withheld",
              reason: "Too few people are behind it for their effort to be looked at.",
              needs: "`organisation.platformTeams` in fulcrum.yaml, which declares the teams.",
            },
          ]
        : [],
    ),
  ];
}
