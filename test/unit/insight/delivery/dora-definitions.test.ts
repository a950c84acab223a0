import { describe, expect, it } from "vitest";
import type { IncidentEvent } from "#evidence/delivery-events.ts";
import { assessDelivery } from "#insight/delivery/assess-delivery.ts";
import type { ContainedCommits } from "#insight/delivery/newly-contained.ts";
import type { Deployment, DeploymentSeries } from "#model/deployments.ts";

/**
 * The five metrics as https://dora.dev/guides/dora-metrics/ defines them, on an oven that is deployed at noon of each of
 * twenty days and whose figures can be worked out by hand.
 */
const day = 86_400;
const hour = 3600;
const asOf = 400 * day;

const deployments = Array.from({ length: 20 }, (_, index): Deployment => ({
  id: `d${String(index)}`,
  at: asOf - (21 - index) * day + 12 * hour,
  version: index === 11 ? "v9" : `v${String(index)}`,
  isRollback: index === 11,
  isSuccessful: true,
  revision: `c${String(index)}`,
  artifact: null,
  repositoryId: null,
  commit: null,
  path: null,
  line: null,
}));
const at = (index: number): number => deployments[index]?.at ?? 0;

/** Each deployment but the first brings two commits: one made 2 h before it, one made 30 h before it and authored 40 h before. */
const rows = deployments.flatMap((_, index) => (index === 0 ? [] : [index, index]));
const contained: ContainedCommits = {
  deployment: Uint32Array.from(rows),
  committedAt: Float64Array.from(rows, (index, row) => at(index) - (row % 2 === 0 ? 2 : 30) * hour),
  authoredAt: Float64Array.from(rows, (index, row) => at(index) - (row % 2 === 0 ? 2 : 40) * hour),
  mergedAt: Float64Array.from(rows, (index) => at(index) - hour),
  isBot: new Uint8Array(rows.length),
  isMerge: new Uint8Array(rows.length),
  isSquashed: new Uint8Array(rows.length),
  lineIds: "",
  lineDeployment: new Uint32Array(),
  tipCommittedAt: Float64Array.from(deployments, (one) => one.at - 2 * hour),
  isMeasured: Uint8Array.from(deployments, (_, index) => Math.min(index, 1)),
  undoes: new Int32Array(20).fill(-1),
  isHotfix: new Uint8Array(20),
};

const incident = (id: string, startedAt: number, resolvedAt: number, blames: string | null) =>
  ({
    id,
    service: "ovens",
    environment: null,
    startedAt,
    resolvedAt,
    deploymentId: blames,
    artifact: null,
    file: "incidents.ndjson",
    line: 1,
  }) satisfies IncidentEvent;

/** Deployment 4 burnt the bread and was named for it; 10 was rolled back by 11; near 15 a fuse blew by itself. */
const incidents = [
  incident("named", at(4) + hour, at(4) + 3 * hour, "d4"),
  incident("rolled back", at(10) + 2 * hour, at(11) + hour, null),
  incident("by itself", at(15) + hour, at(15) + 2 * hour, null),
];

const series: DeploymentSeries = {
  application: "ovens",
  componentId: "component:ovens#.",
  environment: "production",
  isProduction: true,
  level: "event",
  deployments,
};

const [result] = assessDelivery({
  asOf,
  series: [series],
  contained: new Map([[series, contained]]),
  incidents: new Map([[series, incidents]]),
  incidentsSince: 0,
});

describe("DORA's definitions", () => {
  it("change lead time: from committed to version control to deployed in production", () => {
    // 38 commits: 19 × 2 h and 19 × 30 h; the middle lies between the two, the 85th percentile is the longer.
    expect(result?.leadTimes.committer).toMatchObject({ n: 38, p50: 16 * hour, p85: 30 * hour });
    expect(result?.leadTimes.author).toMatchObject({ n: 38, p85: 40 * hour });
  });

  it("deployment frequency: the number of deployments over a given period", () => {
    // Twenty deployments in the 20.5 days from the first noon to the end of the last day.
    expect(result?.windowCount).toBe(20);
    expect(result?.perWeek).toBeCloseTo(20 / (20.5 / 7), 10);
  });

  it("change fail rate: the ratio of deployments that require immediate intervention", () => {
    // 4 is named, 10 was rolled back; the last is a day and a half old, so nothing is pending; the fuse is nobody's failure.
    expect(result?.failures.changeFailRate).toMatchObject({ numerator: 2, denominator: 20 });
    expect(result?.failures.changeFailRate?.byGrade.map((one) => one.numerator)).toEqual([1, 1, 1]);
    expect(result?.failures.changeFailRate?.value).toBe(0.1);
  });

  it("failed deployment recovery time: the time it takes to recover from a deployment that fails", () => {
    // 2 h and 23 h: in the middle 12.5 h.
    expect(result?.failures.recovery).toEqual({ p50: 12.5 * hour, n: 2, unresolvedCount: 0 });
  });

  it("deployment rework rate: deployments that are unplanned but happen as a result of an incident", () => {
    // 11 put v9 back because of the second incident; nothing was deployed in the two hours of the first.
    expect(result?.failures.reworkRate).toMatchObject({ numerator: 1, denominator: 20 });
  });
});
