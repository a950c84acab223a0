import type { UnknownEntry } from "#contract/primitives.ts";
import type { OutcomeSeries } from "#insight/outcomes/assess-outcomes.ts";
import { type EvidenceList, isoTime } from "../evidence-list.ts";
import type { ReportOutcome } from "./schema.ts";

export function mapOutcome(
  { evidence: refs, ...one }: OutcomeSeries,
  evidence: EvidenceList,
): ReportOutcome {
  return {
    ...one,
    points: one.points.map(({ at, value }) => ({ date: isoTime(at), value })),
    latest: { date: isoTime(one.latest.at), value: one.latest.value },
    evidenceIds: evidence.add(refs),
  };
}

export function outcomeUnknowns(series: readonly OutcomeSeries[]): UnknownEntry[] {
  return series.flatMap((one, index) => {
    const at = `/outcomes/${String(index)}`;
    const targetless = ["target", "isTargetMet"].map((field) => ({
      pointer: `${at}/${field}`,
      code: "no-target",
      reason: "no target is fed in",
      needs: "a column named target",
    }));
    return [
      ...(one.target === null ? targetless : []),
      ...(one.changeOverYear === null
        ? [
            {
              pointer: `${at}/changeOverYear`,
              code: "too-short",
              reason: "no value is near to a year before the latest",
              needs: "values of more than a year",
            },
          ]
        : []),
    ];
  });
}
