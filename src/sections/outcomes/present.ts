import type { Problem } from "#evidence/problem.ts";
import type { OutcomeSeries, OutcomesResult } from "#insight/outcomes/assess-outcomes.ts";
import { type EvidenceList, isoTime } from "../evidence-list.ts";
import type { ReportOutcome } from "./schema.ts";
import type { UnknownEntry } from "../unknown-entries.ts";
import { digest } from "#kernel/ids.ts";

export function mapOutcome(
  { evidence: refs, ...one }: OutcomeSeries,
  evidence: EvidenceList,
): ReportOutcome {
  return {
    ...one,
    id: `outcome:${digest(one.componentId, one.metric, one.definition, one.unit, one.source)}`,
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
    const reach = {
      pointer: `${at}/reach`,
      code: "not-said",
      reason: "it is not said how many people it concerns",
      needs: "a column named reach",
    };
    return [
      ...(one.target === null ? targetless : []),
      ...(one.reach === null ? [reach] : []),
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

/** Outcomes of components that nobody knows: kept out of every figure, and listed. */
export function unmatchedOutcomes({ unmatched }: OutcomesResult): Problem[] {
  return unmatched.map(({ component, file, line }) => ({
    source: "outcomes",
    code: "unknown-component",
    where: `${file}:${String(line)}`,
    text: `no component is called "${component}"`,
    needs: "Write its name or id as the report has it, or clone its repository into the folder.",
  }));
}
