import type { ReportLenses, ReportProductStep, ReportProposal } from "./schema.ts";
import type { ProductStep } from "#insight/lenses/product-step.ts";
import { proposalId, type Proposal } from "#insight/lenses/proposal.ts";
import { digest } from "#kernel/ids.ts";
import type { EvidenceList } from "../evidence-list.ts";
import type { UnknownEntry } from "../unknown-entries.ts";

export function mapProposal(given: Proposal, evidence: EvidenceList): ReportProposal {
  const { reach, evidence: refs, ...one } = given;
  return {
    ...one,
    id: proposalId(given),
    subjectIds: [...one.subjectIds],
    affectedIds: [...one.affectedIds],
    reachCount: reach.count,
    reachUnit: reach.unit,
    measure: { ...one.measure },
    against: [...one.against],
    reasons: [...one.reasons],
    atStakePersonHours: { ...one.atStakePersonHours },
    effortPersonHours: { ...one.effortPersonHours },
    valuePerEffort: one.valuePerEffort === null ? null : { ...one.valuePerEffort },
    restsOn: [...one.restsOn],
    evidenceIds: evidence.add(refs),
  };
}

export function mapProductStep(
  { evidence: refs, ...one }: ProductStep,
  evidence: EvidenceList,
): ReportProductStep {
  return {
    ...one,
    id: `proposal:${digest(one.kind, one.title, ...one.subjectIds)}`,
    subjectIds: [...one.subjectIds],
    reasons: [...one.reasons],
    evidenceIds: evidence.add(refs),
  };
}

export function lensUnknowns({ platform }: ReportLenses): UnknownEntry[] {
  return platform.flatMap(({ valuePerEffort }, at) =>
    valuePerEffort !== null
      ? []
      : [
          {
            pointer: `/lenses/platform/${String(at)}/valuePerEffort`,
            code: "no-least-effort",
            reason: "the least that it could take is nothing, and nothing can be divided by",
            needs: "an estimate of those who would do it",
          },
        ],
  );
}
