import type { Problem } from "#evidence/problem.ts";
import type { FindingResult, UsabilityResult } from "#insight/usability/assess-usability.ts";
import { digest } from "#kernel/ids.ts";
import { type EvidenceList, isoTime, isoTimeOrNull } from "../evidence-list.ts";
import type { UnknownEntry } from "../unknown-entries.ts";
import type { ReportUsabilityFinding } from "./schema.ts";

export function mapFinding(
  { evidence: refs, users, participants, ...one }: FindingResult,
  evidence: EvidenceList,
): ReportUsabilityFinding {
  const { subjectId, screen, finding, foundAt, resolvedAt } = one;
  return {
    ...one,
    id: `finding:${digest(subjectId, screen ?? "", finding, String(foundAt))}`,
    usersCount: users,
    participantsCount: participants,
    foundAt: isoTime(foundAt),
    resolvedAt: isoTimeOrNull(resolvedAt),
    evidenceIds: evidence.add(refs),
  };
}

export function findingUnknowns(findings: readonly FindingResult[]): UnknownEntry[] {
  return findings.flatMap(({ users, participants }, index) => {
    const at = `/usability/${String(index)}`;
    return [
      ...(users === null
        ? [
            {
              pointer: `${at}/usersCount`,
              code: "not-said",
              reason: "it does not say how many users met it",
              needs: "a column named users: 5, or 5 of 8",
            },
          ]
        : []),
      ...(participants === null
        ? [
            {
              pointer: `${at}/participantsCount`,
              code: "not-said",
              reason: "it does not say how many took part",
              needs: "a column named participants, or users as 5 of 8",
            },
          ]
        : []),
    ];
  });
}

/** Findings of what nobody knows: kept out of every list, and named. */
export function unmatchedFindings({ unmatched }: UsabilityResult): Problem[] {
  return unmatched.map(({ about, file, line }) => ({
    source: "usability",
    code: "unknown-component",
    where: `${file}:${String(line)}`,
    text: `no component or capability is called "${about}"`,
    needs: "Write its name or id as the report has it, or clone its repository into the folder.",
  }));
}
