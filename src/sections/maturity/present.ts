import type { AspectResult } from "#insight/maturity/assess-maturity.ts";
import type { Criterion } from "#insight/maturity/criterion.ts";
import type { EvidenceList } from "../evidence-list.ts";
import { listUnknowns, type UnknownEntry } from "../unknown-entries.ts";
import type { ReportMaturity } from "./schema.ts";

export function mapMaturity(
  aspects: readonly AspectResult[],
  evidence: EvidenceList,
): ReportMaturity {
  const criterion = ({ level, text, needs }: Criterion) => ({ level, text, needs });
  return {
    model: "CNCF Platform Engineering Maturity Model 1",
    aspects: aspects.map((one) => ({
      aspect: one.aspect,
      level: one.level,
      levelName: one.levelName,
      isDeclared: one.isDeclared,
      holds: one.holds.map(criterion),
      lacks: one.lacks.map(criterion),
      unseen: one.unseen.map(criterion),
      declared: [...one.declared],
      evidenceIds: evidence.add(one.evidence),
    })),
  };
}

/** Entries for a level that is null, and for its name with it. */
export function maturityUnknowns(aspects: readonly AspectResult[]): UnknownEntry[] {
  return listUnknowns("maturity/aspects", aspects).flatMap((entry) => [
    entry,
    { ...entry, pointer: `${entry.pointer}Name` },
  ]);
}
