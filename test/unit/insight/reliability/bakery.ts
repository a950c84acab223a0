import type { SliSeries } from "#evidence/sli-series.ts";
import { readObjectives } from "#sources/objectives/objective-documents.ts";
import type { ServiceLevelObjective } from "#insight/reliability/objective.ts";

/** A Monday. */
export const noon = Date.UTC(2026, 10, 23, 12) / 1000;

/** 99.9 % of loaves over rolling thirty days. */
export function loaves(given: Partial<ServiceLevelObjective> = {}): ServiceLevelObjective {
  const metric = (query: string) => ({ dataSource: null, type: "Prometheus", query, line: 1 });
  return {
    id: "slo:bakery#ovens/loaves",
    key: "ovens/loaves",
    sloName: "loaves",
    displayName: "Golden loaves",
    description: null,
    service: "ovens",
    format: "openslo",
    target: 0.999,
    window: { duration: { count: 30, unit: "d" }, calendar: null, isAssumed: false },
    method: "occurrences",
    sliceTarget: null,
    sliceSeconds: null,
    indicator: {
      shape: "ratio",
      numerator: "bad",
      part: metric('loaves_total{state="burnt"}'),
      total: metric("loaves_total"),
      isCounter: true,
    },
    threshold: null,
    alerting: null,
    conditions: [],
    declared: { repositoryId: null, commit: null, at: null, path: "slo/ovens.yaml", line: 3 },
    ...given,
  };
}

/** `seconds` of slices up to `end`; what each holds is asked by its start. */
export function series(
  seconds: number,
  sliceSeconds: number,
  holds: (at: number) => { good: number; total: number } | null,
  end = noon,
): SliSeries {
  const slices: SliSeries["slices"][number][] = [];
  for (let at = end - seconds; at < end; at += sliceSeconds) {
    const found = holds(at);
    if (found !== null) slices.push({ at, ...found, line: null });
  }
  return {
    sliceSeconds,
    weighting: "events",
    slices,
    origin: { source: "csv", where: "loaves.csv" },
  };
}

export function filesOf(...texts: readonly string[]) {
  return texts.map((text, index) => ({
    repositoryId: `repository:bakery-${String(index)}`,
    commit: "c0ffee",
    at: 1,
    path: "slo/a.yaml",
    objectives: readObjectives(text).objectives,
  }));
}
