import { append } from "#kernel/lists-by-key.ts";
import type { OutcomePoint } from "#evidence/declared.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Component } from "#model/organisation.ts";
import type { OutcomeKind } from "#vocabulary/declared.ts";

/** One outcome of one product over time, as fed in: nothing is made up where none is fed. */
export interface OutcomeSeries {
  readonly componentId: string;
  readonly metric: OutcomeKind;
  readonly definition: string;
  readonly unit: string;
  readonly source: string;
  /** Oldest first. */
  readonly points: readonly { readonly at: number; readonly value: number }[];
  readonly latest: { readonly at: number; readonly value: number };
  /** Of the newest point that has one. */
  readonly target: number | null;
  readonly isTargetMet: boolean | null;
  /** People whom it concerns, of the newest point that says; null: none does. */
  readonly reach: number | null;
  /** Latest minus the value nearest to a year before it, at most 45 days off; null where there is none. */
  readonly changeOverYear: number | null;
  readonly evidence: readonly EvidenceRef[];
}

export interface OutcomesResult {
  readonly series: readonly OutcomeSeries[];
  /** Names that no component has, with the place where each was first seen. */
  readonly unmatched: readonly {
    readonly component: string;
    readonly file: string;
    readonly line: number;
  }[];
}

const secondsPerDay = 86_400;
const yearDays = 365;
const toleranceDays = 45;

export function assessOutcomes(
  points: readonly OutcomePoint[],
  components: readonly Component[],
  asOf: number,
): OutcomesResult {
  const byName = new Map(
    components.flatMap((one) => [
      [one.id, one],
      [one.name.toLowerCase(), one],
    ]),
  );
  const groups = new Map<string, OutcomePoint[]>();
  const unmatched = new Map<string, OutcomePoint>();
  for (const point of points) {
    if (point.at > asOf) continue;
    const component = byName.get(point.component) ?? byName.get(point.component.toLowerCase());
    if (component === undefined) {
      if (!unmatched.has(point.component)) unmatched.set(point.component, point);
      continue;
    }
    const key = JSON.stringify([component.id, point.metric, point.definition, point.unit]);
    append(groups, key, { ...point, component: component.id });
  }
  return {
    series: [...groups.values()].map(seriesOf).sort(compareSeries),
    unmatched: [...unmatched.values()].map(({ component, where }) => ({ component, ...where })),
  };
}

function seriesOf(points: readonly OutcomePoint[]): OutcomeSeries {
  const sorted = points.toSorted((a, b) => a.at - b.at);
  const latest = sorted.at(-1)!;
  const target = sorted.findLast((one) => one.target !== null)?.target ?? null;
  const { metric, definition, unit, source } = latest;
  const before = nearest(sorted, latest.at - yearDays * secondsPerDay);
  return {
    componentId: latest.component,
    metric,
    definition,
    unit,
    source,
    points: sorted.map(({ at, value }) => ({ at, value })),
    latest: { at: latest.at, value: latest.value },
    target,
    // A number of usability findings is better when it is smaller; every other outcome when it is larger.
    isTargetMet:
      target === null
        ? null
        : metric === "usability"
          ? latest.value <= target
          : latest.value >= target,
    reach: sorted.findLast((one) => one.reach !== null)?.reach ?? null,
    changeOverYear: before === null ? null : latest.value - before.value,
    evidence: [
      {
        source: "outcomes",
        repositoryId: null,
        commit: null,
        path: latest.where.file,
        line: latest.where.line,
        at: latest.at,
        how: "declared",
        confidence: "medium",
        text: `${definition}: ${String(latest.value)} ${unit}, from ${source}`.slice(0, 500),
      },
    ],
  };
}

function nearest(points: readonly OutcomePoint[], at: number): OutcomePoint | null {
  let best: OutcomePoint | null = null;
  for (const point of points) {
    const distance = Math.abs(point.at - at);
    if (distance > toleranceDays * secondsPerDay) continue;
    if (best === null || distance < Math.abs(best.at - at)) best = point;
  }
  return best;
}

function compareSeries(a: OutcomeSeries, b: OutcomeSeries): number {
  const [one, other] = [a, b].map((s) => `${s.componentId}\n${s.metric}\n${s.definition}`);
  return one! < other! ? -1 : 1;
}
