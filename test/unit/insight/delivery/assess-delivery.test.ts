import { describe, expect, it } from "vitest";
import type { IncidentEvent } from "#evidence/delivery-events.ts";
import { assessDelivery } from "#insight/delivery/assess-delivery.ts";
import { benchmark } from "#insight/delivery/benchmark.ts";
import { linkIncidents } from "#insight/delivery/link-incidents.ts";
import { noSigns } from "#insight/delivery/remedies.ts";
import { deliveryDefaults } from "#insight/delivery/options.ts";
import { xmrChart } from "#insight/delivery/xmr.ts";
import type { Deployment, DeploymentSeries } from "#model/deployments.ts";

const day = 86_400;
const hour = 3600;
const asOf = 400 * day;

const deployment = (at: number, more: Partial<Deployment> = {}): Deployment => ({
  id: `d${String(at)}`,
  at,
  version: `v${String(at)}`,
  isRollback: false,
  isSuccessful: true,
  revision: null,
  artifact: null,
  repositoryId: null,
  commit: null,
  path: null,
  line: null,
  ...more,
});

const incident = (startedAt: number, more: Partial<IncidentEvent> = {}): IncidentEvent => ({
  id: `i${String(startedAt)}`,
  service: "ovens",
  environment: null,
  startedAt,
  resolvedAt: startedAt + hour,
  deploymentId: null,
  artifact: null,
  file: "incidents.ndjson",
  line: 1,
  ...more,
});

const series = (
  deployments: Deployment[],
  more: Partial<DeploymentSeries> = {},
): DeploymentSeries => ({
  application: "ovens",
  componentId: "component:ovens#.",
  environment: "production",
  isProduction: true,
  level: "event",
  deployments,
  ...more,
});

function assess(one: DeploymentSeries, incidents: IncidentEvent[] | null) {
  const [result] = assessDelivery({
    asOf,
    series: [one],
    contained: new Map(),
    incidents: new Map([[one, incidents ?? []]]),
    incidentsSince: incidents === null ? null : 0,
  });
  if (result === undefined) throw new Error("a series gives a result");
  return result;
}

/** One deployment a day at noon for the last twenty days. */
const daily = Array.from({ length: 20 }, (_, index) =>
  deployment(asOf - (20 - index) * day + 12 * hour),
);

describe("the five metrics", () => {
  it("counts deployments and leaves failure unknown without incident records", () => {
    const result = assess(
      series([...daily, deployment(asOf - hour, { isSuccessful: false })]),
      null,
    );
    expect(result.windowCount).toBe(20);
    expect(result.perWeek).toBeCloseTo(20 / (19.5 / 7), 10);
    expect(result.failures.changeFailRate).toBeNull();
    expect(result.unknown.map((one) => [one.field, one.code])).toContainEqual([
      "changeFailRate",
      "no-incident-source",
    ]);
    expect(result.points.at(-1)?.outcome).toBe("failed");
  });

  it("computes rates from explicit links, with pending deployments left out", () => {
    const blamed = daily[4];
    const repaired = deployment((blamed?.at ?? 0) + 3 * hour);
    const named = incident((blamed?.at ?? 0) + 2 * hour, {
      deploymentId: blamed?.id ?? null,
      resolvedAt: (blamed?.at ?? 0) + 4 * hour,
    });
    const open = incident((daily[8]?.at ?? 0) + hour, {
      deploymentId: daily[8]?.id ?? null,
      resolvedAt: null,
    });
    const all = [...daily, repaired].sort((a, b) => a.at - b.at);
    const result = assess(series(all), [named, open]);
    expect(result.pendingCount).toBe(1);
    expect(result.failures.changeFailRate).toMatchObject({
      numerator: 2,
      denominator: 20,
      value: 0.1,
    });
    expect(result.failures.reworkRate).toMatchObject({ numerator: 1, denominator: 20 });
    expect(result.failures.recovery).toMatchObject({ p50: 2 * hour, n: 2, unresolvedCount: 1 });
    expect(
      result.benchmark.find((one) => one.edition === 2024 && one.metric === "deployment-frequency")
        ?.band,
    ).toBe("elite");
  });

  it("refuses a rate on sparse data, and any failure for a proxy", () => {
    expect(assess(series(daily.slice(0, 5)), []).failures.changeFailRate).toBeNull();
    const release = assess(series(daily, { level: "release", isProduction: false }), []);
    expect(release.failures.unknown[0]?.code).toBe("proxy");
    expect(release.benchmark).toEqual([]);
  });
});

describe("links of incidents", () => {
  const link = (deployments: Deployment[], one: IncidentEvent) =>
    linkIncidents(deployments, [one], noSigns, deliveryDefaults).map(
      ({ deployment: index, grade }) => [index, grade],
    );

  it("tells explicit, remediated, time-only and none apart", () => {
    const first = deployment(day);
    const second = deployment(2 * day);
    const back = deployment(2 * day + 5 * hour, { isRollback: true });
    expect(link([first, second], incident(2 * day + hour, { deploymentId: first.id }))).toEqual([
      [0, "explicit"],
    ]);
    expect(link([first, second, back], incident(2 * day + hour))).toEqual([[1, "remediated"]]);
    expect(link([first, second], incident(2 * day + hour))).toEqual([[1, "time-only"]]);
    expect(link([first, second], incident(4 * day))).toEqual([[null, null]]);
    expect(link([first], incident(hour))).toEqual([[null, null]]);
  });
});

describe("process behaviour chart", () => {
  const points = (...values: number[]) => values.map((value, at) => ({ at, value }));

  it("freezes natural limits and names rules 1 and 4", () => {
    const steady = [4, 6, 4, 6, 4, 6, 4, 6, 4, 6, 4, 6];
    const chart = xmrChart(points(...steady, 20, 6, 6, 6, 6, 6, 6, 6), 12, 12);
    expect(chart).toMatchObject({ centre: 5, baselineCount: 12, low: 0 });
    expect(chart?.high).toBeCloseTo(5 + 2.66 * 2, 10);
    expect(chart?.points.map((one) => one.rules.join(""))).toEqual([
      ...Array.from({ length: 12 }, () => ""),
      "1",
      "",
      "",
      "",
      "",
      "",
      "4",
      "4",
    ]);
  });

  it("needs twelve weeks", () => {
    expect(xmrChart(points(1, 2, 3), 20, 12)).toBeNull();
  });
});

describe("benchmark editions", () => {
  it("never speak of what is unknown, and differ by year", () => {
    const bands = benchmark({
      perWeek: null,
      leadTime: 2 * hour,
      changeFailRate: 0.12,
      recoveryTime: null,
    });
    const band = (edition: number, metric: string) =>
      bands.find((one) => one.edition === edition && one.metric === metric)?.band;
    expect(band(2021, "lead-time")).toBe("high");
    expect(band(2024, "lead-time")).toBe("elite");
    expect(band(2023, "change-fail-rate")).toBe("medium");
    expect(band(2024, "change-fail-rate")).toBe("high");
    expect(band(2024, "recovery-time")).toBeUndefined();
  });
});
