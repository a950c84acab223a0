import { unknownEntries, type UnknownEntry } from "../unknown-entries.ts";
import type { ReportSharedRisks } from "./schema.ts";
import type { SharedRiskResult } from "#insight/shared-risk/result.ts";
import { isoTimeOrNull, type EvidenceList } from "../evidence-list.ts";

/** A risk of everybody's need not list every file that says so. */
const mostEvidence = 60;

export function mapSharedRisks(
  result: SharedRiskResult,
  evidence: EvidenceList,
): ReportSharedRisks {
  return {
    risks: result.risks.map(({ evidence: refs, since, ownersJudged, ...risk }) => ({
      ...risk,
      componentIds: [...risk.componentIds],
      ownerIds: [...risk.ownerIds],
      versions: [...risk.versions],
      ownersJudgedCount: ownersJudged,
      since: isoTimeOrNull(since),
      evidenceIds: evidence.add(refs.slice(0, mostEvidence)),
    })),
    runtimesJudgedCount: result.runtimesJudged,
    componentsLockedCount: result.componentsLocked,
    componentsJudgedCount: result.componentsJudged,
    advisoriesCount: result.advisoriesCount,
    unknownCycles: [...result.unknownCycles],
  };
}

export function sharedRiskUnknowns({ unknown, risks }: SharedRiskResult): UnknownEntry[] {
  return [
    ...unknownEntries("/sharedRisks", unknown),
    ...risks.flatMap((one, index) =>
      one.share === null
        ? [
            {
              pointer: `/sharedRisks/risks/${String(index)}/share`,
              code: "no-owner",
              reason: "no owner of a component that could be judged is known",
              needs: "a CODEOWNERS file, or a catalogue",
            },
          ]
        : [],
    ),
  ];
}
