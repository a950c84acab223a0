import { append } from "#kernel/lists-by-key.ts";
import { startOfQuarter, quarterOf } from "#evidence/change-quarters.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Unknown } from "#evidence/unknown.ts";
import { quantileOf } from "#kernel/stats-summary.ts";
import { theilSenTrend } from "#kernel/stats-trend.ts";
import { humanChangesCount, type ComponentQuarter } from "#model/component-quarters.ts";
import type { LockedUse } from "#model/locked-uses.ts";
import type { Organisation } from "#model/organisation.ts";
import { seenUntil } from "#model/data-end.ts";
import { Front } from "./dependency-lag.ts";
import { defaultMaintainabilityOptions, type MaintainabilityOptions } from "./options.ts";
import type {
  MaintainabilityQuarter,
  MaintainabilityResult,
  MaintainabilityScope,
  MaintainabilityTrend,
} from "./result.ts";

export interface MaintainabilityInput {
  readonly organisation: Organisation;
  readonly quarters: readonly ComponentQuarter[];
  readonly locked: readonly LockedUse[];
  /** Up to when anything was seen: later quarters are not complete. */
  readonly until: number;
}

const quartersAYear = 4;

/** Is speed bought with maintainability? Series and trends of the organisation, its teams and its components. */
export function assessMaintainability(
  input: MaintainabilityInput,
  options: MaintainabilityOptions = defaultMaintainabilityOptions,
): MaintainabilityResult {
  const { organisation, until } = input;
  const newest = quarterOf(until) - 1;
  const first = input.quarters.reduce((least, one) => Math.min(least, one.quarter), Infinity);
  // Counted back from where what is told ends: a clone that ends earlier has as many quarters as any.
  const upTo = (last: number): number[] => {
    const oldest = Math.max(first, last - options.mostQuarters + 1);
    return Array.from({ length: Math.max(0, last - oldest + 1) }, (_, index) => oldest + index);
  };
  const places = new Map<string, number[]>();
  for (const [place, { componentId }] of input.quarters.entries()) {
    const list = places.get(componentId);
    if (list === undefined) places.set(componentId, [place]);
    else list.push(place);
  }
  const endOf = new Map(
    organisation.components.map((one) => [one.id, seenUntil(organisation, one.repositoryId)]),
  );
  const lastOf = (id: string): number => quarterOf(Math.min(until, endOf.get(id) ?? until)) - 1;
  const earliestEnd = [...places.keys()].reduce((least, id) => Math.min(least, lastOf(id)), newest);
  const lags = lagsByQuarter(input.locked, [...new Set([...upTo(earliestEnd), ...upTo(newest)])]);
  const isWhole = (id: string): boolean => newest <= lastOf(id);
  const scope = (
    kind: MaintainabilityScope["kind"],
    id: string,
    members: ReadonlySet<string>,
  ): MaintainabilityScope[] => {
    // A sum in which some stop early would fall for that alone; a component by itself is told as far as it was seen.
    const componentIds = kind === "component" ? members : new Set([...members].filter(isWhole));
    const last = kind === "component" ? lastOf(id) : newest;
    const wanted = upTo(last);
    const own = [...componentIds]
      .flatMap((one) => places.get(one) ?? [])
      .sort((a, b) => a - b)
      .flatMap((place) => input.quarters[place] ?? []);
    const since = own.reduce((least, one) => Math.min(least, one.quarter), Infinity);
    const quarters = wanted
      .filter((quarter) => quarter >= since)
      .map((quarter) =>
        describe(
          quarter,
          own.filter((one) => one.quarter === quarter),
          [...componentIds].flatMap((one) => lags.get(quarter)?.get(one) ?? []),
          options,
        ),
      );
    return quarters.length === 0
      ? []
      : [
          {
            kind,
            id,
            olderClonesCount: members.size - componentIds.size,
            quarters,
            trends: trendsOf(quarters, options),
            evidence: evidenceOf(own, wanted),
          },
        ];
  };
  const present = organisation.components.filter((one) => one.goneAt === null);
  const all = new Set(organisation.components.map((one) => one.id));
  const teams = organisation.teams.filter((one) => one.kind === "team");
  const scopes = [
    ...scope("organisation", organisation.name, all),
    ...teams.flatMap((one) => scope("team", one.id, new Set(one.componentIds))),
    ...present.flatMap((one) => scope("component", one.id, new Set([one.id]))),
  ];
  return { scopes, unknown: gaps(scopes, options) };
}

/** Where the changes were counted. */
function evidenceOf(cells: readonly ComponentQuarter[], wanted: readonly number[]): EvidenceRef[] {
  const byFolder = new Map<string, ComponentQuarter[]>();
  for (const one of cells.filter(({ quarter }) => wanted.includes(quarter))) {
    const key = `${one.repositoryId}\n${one.folder}`;
    append(byFolder, key, one);
  }
  return [...byFolder.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const sum = (of: (one: ComponentQuarter) => number): string =>
      String(own.reduce((total, one) => total + of(one), 0));
    return [
      {
        source: "changes",
        repositoryId: first.repositoryId,
        commit: first.head.commit,
        path: first.folder === "." ? null : first.folder,
        line: null,
        at: first.head.at,
        how: "observed" as const,
        confidence: "high" as const,
        text: `${String(humanChangesCount(own))} mainline commits with human work in ${String(own.length)} quarters, ${sum((one) => one.fileChangesCount)} versions of files, lines of ${sum((one) => one.sampledCount)} of them compared`,
      },
    ];
  });
}

function describe(
  quarter: number,
  cells: readonly ComponentQuarter[],
  lags: readonly number[],
  { minimumChanges, minimumLines }: MaintainabilityOptions,
): MaintainabilityQuarter {
  const sum = (of: (one: ComponentQuarter) => number): number =>
    cells.reduce((total, one) => total + of(one), 0);
  const fileChangesCount = sum((one) => one.fileChangesCount);
  const added = sum((one) => one.linesAdded);
  const sizes = cells.flatMap((one) => one.hotFileLines ?? []);
  return {
    from: startOfQuarter(quarter),
    to: startOfQuarter(quarter + 1),
    commitsCount: humanChangesCount(cells),
    reworkShare:
      fileChangesCount < minimumChanges ? null : sum((one) => one.returnsCount) / fileChangesCount,
    fileChangesCount,
    churnShare: added < minimumLines ? null : sum((one) => one.linesGone) / added,
    sampledCount: sum((one) => one.sampledCount),
    dependencyLagYears:
      lags.length === 0 ? null : lags.reduce((total, one) => total + one, 0) / lags.length,
    lockedCount: lags.length,
    hotFileLines: sizes.length === 0 ? null : quantileOf(sizes, 0.5),
  };
}

/** Lags of all locked packages at each quarter's end, by quarter and component. */
function lagsByQuarter(
  locked: readonly LockedUse[],
  quarters: readonly number[],
): Map<number, Map<string, number[]>> {
  const front = new Front(locked);
  const found = new Map<number, Map<string, number[]>>();
  for (const quarter of quarters) {
    const end = startOfQuarter(quarter + 1);
    const byComponent = new Map<string, number[]>();
    // Several files of a component may fix the same version: it is one package all the same.
    const seen = new Set<string>();
    for (const { componentId, purl, version, from, to } of locked) {
      if (from >= end || (to !== null && to < end)) continue;
      const key = `${componentId}\n${purl}\n${version}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const lag = front.lag(purl, version, end);
      if (lag === null) continue;
      const list = byComponent.get(componentId);
      if (list === undefined) byComponent.set(componentId, [lag]);
      else list.push(lag);
    }
    found.set(quarter, byComponent);
  }
  return found;
}

const measures: readonly (readonly [
  MaintainabilityTrend["measure"],
  (one: MaintainabilityQuarter) => number | null,
])[] = [
  ["throughput", (one) => one.commitsCount],
  ["rework", (one) => one.reworkShare],
  ["churn", (one) => one.churnShare],
  ["dependencyLag", (one) => one.dependencyLagYears],
  ["hotFiles", (one) => one.hotFileLines],
];

function trendsOf(
  quarters: readonly MaintainabilityQuarter[],
  { minimumQuarters, leastMeans }: MaintainabilityOptions,
): MaintainabilityTrend[] {
  return measures.flatMap(([measure, valueOf]) => {
    const points = quarters.flatMap((one, index) => {
      const value = valueOf(one);
      return value === null ? [] : [{ index, value }];
    });
    if (points.length < minimumQuarters) return [];
    const values = points.map(({ value }) => value);
    const trend = theilSenTrend(
      points.map(({ index }) => index),
      values,
    );
    if (trend === null) return [];
    const mean = values.reduce((total, one) => total + one, 0) / values.length;
    const perYear = trend.slope * quartersAYear;
    const isLow = mean === 0 || mean < leastMeans[measure];
    return [
      {
        measure,
        perYear,
        low: trend.low * quartersAYear,
        high: trend.high * quartersAYear,
        relativePerYear: isLow ? null : perYear / mean,
        n: trend.n,
      },
    ];
  });
}

/** Every null of a quarter has its reason: there was too little of it. */
function gaps(
  scopes: readonly MaintainabilityScope[],
  { minimumChanges, minimumLines }: MaintainabilityOptions,
): Unknown[] {
  const reasons = {
    reworkShare: [
      `fewer than ${String(minimumChanges)} versions of files in the quarter`,
      "more changes",
    ],
    churnShare: [
      `fewer than ${String(minimumLines)} lines added in the changes drawn`,
      "more changes",
    ],
    dependencyLagYears: ["no lock file held a version that can be ordered", "a lock file"],
    hotFileLines: ["no code was changed in the quarter", "nothing: there was none"],
  } as const;
  return scopes.flatMap(({ quarters, trends }, at) => [
    ...quarters.flatMap((quarter, index) =>
      (["reworkShare", "churnShare", "dependencyLagYears", "hotFileLines"] as const)
        .filter((field) => quarter[field] === null)
        .map((field) => ({
          field: `scopes.${String(at)}.quarters.${String(index)}.${field}`,
          code: "too-little",
          reason: reasons[field][0],
          needs: reasons[field][1],
        })),
    ),
    ...trends.flatMap((trend, index) =>
      trend.relativePerYear === null
        ? [
            {
              field: `scopes.${String(at)}.trends.${String(index)}.relativePerYear`,
              code: "level-too-low",
              reason: "its mean is so low that any change is many times as much",
              needs: "nothing: the change itself is told",
            },
          ]
        : [],
    ),
  ]);
}
