import { unknownEntries, type UnknownEntry } from "../unknown-entries.ts";
import type { Problem } from "#evidence/problem.ts";
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
    risks: result.risks.map(
      ({
        evidence: refs,
        since,
        ownersJudged,
        buildingIds: _building,
        functionIds: _functions,
        ...risk
      }) => ({
        ...risk,
        componentIds: [...risk.componentIds],
        ownerIds: [...risk.ownerIds],
        versions: [...risk.versions],
        ownersJudgedCount: ownersJudged,
        since: isoTimeOrNull(since),
        evidenceIds: evidence.add(refs.slice(0, mostEvidence)),
      }),
    ),
    runtimesJudgedCount: result.runtimesJudged,
    componentsLockedCount: result.componentsLocked,
    componentsJudgedCount: result.componentsJudged,
    advisoriesCount: result.advisoriesCount,
    unknownCycles: [...result.unknownCycles],
  };
}

const toldVersions = 5;

/** One problem a package, the first hundred. */
export function unorderedProblems({ unorderedVersions }: SharedRiskResult): Problem[] {
  const told = unorderedVersions.slice(0, mostProblems).map(({ purl, versions }) => {
    const named = versions
      .slice(0, toldVersions)
      .map((one) => one.slice(0, 60))
      .join(", ");
    const rest = versions.length - toldVersions;
    return {
      code: "advisory-versions-unordered",
      where: purl,
      text: `versions that ranges of advisories cannot be held against: ${named}${rest > 0 ? ` and ${String(rest)} more` : ""}`,
      needs:
        "An advisory that names the versions one by one, or versions as its registry orders them.",
    };
  });
  const more = unorderedVersions.length - told.length;
  if (more === 0) return told;
  return [
    ...told,
    {
      code: "advisory-versions-unordered",
      where: "advisories",
      text: `${String(more)} more packages have versions that ranges of advisories cannot be held against`,
      needs: "Advisories that name the versions one by one.",
    },
  ];
}

const mostProblems = 100;

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
