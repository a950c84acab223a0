import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deployment } from "#fixtures/deployment.ts";
import type { IncidentEvent } from "#evidence/delivery-events.ts";
import { assessDelivery } from "#insight/delivery/assess-delivery.ts";
import { benchmark } from "#insight/delivery/benchmark.ts";
import { linkIncidents } from "#insight/delivery/link-incidents.ts";
import type { ContainedCommits } from "#insight/delivery/newly-contained.ts";
import { stageTimes } from "#insight/delivery/stages.ts";
import { noSigns, type RemedySigns } from "#insight/delivery/remedies.ts";
import { deliveryDefaults } from "#insight/delivery/options.ts";
import { xmrChart } from "#insight/delivery/xmr.ts";
import type { Deployment, DeploymentSeries } from "#model/deployments.ts";

const day = 86_400;
const hour = 3600;
const asOf = 400 * day;

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

  it("knows the deployment that a revert or a hotfix puts right", () => {
    const deployments = [1, 2, 3, 4].map((turn) => deployment(turn * day));
    const linked = (signs: RemedySigns, one: IncidentEvent) =>
      linkIncidents(deployments, [one], signs, deliveryDefaults).map((link_) => [
        link_.deployment,
        link_.grade,
        link_.remedy,
      ]);
    const signs = (undoes: number[], isHotfix: number[]) => ({
      undoes: Int32Array.from(undoes),
      isHotfix: Uint8Array.from(isHotfix),
    });
    const lasting = incident(3 * day + hour, { resolvedAt: 4 * day + hour });
    expect(linked(signs([-1, -1, -1, 0], [0, 0, 0, 0]), lasting)).toEqual([[0, "remediated", 3]]);
    expect(linked(signs([-1, -1, -1, -1], [0, 0, 0, 1]), lasting)).toEqual([[2, "remediated", 3]]);
    // Two days after it was over: whatever that remedied, it was not this.
    const short = incident(day + hour);
    expect(linked(signs([-1, -1, -1, 0], [0, 0, 0, 0]), short)).toEqual([[0, "time-only", null]]);
  });

  it("takes the last deployment of an artefact before the incident", () => {
    const again = [1, 2, 3].map((turn) => deployment(turn * day, { artifact: "pkg:oci/ovens@7" }));
    expect(link(again, incident(2 * day + hour, { artifact: "pkg:oci/ovens@7" }))).toEqual([
      [1, "explicit"],
    ]);
  });

  it("links each incident to at most one deployment, made before it began unless it is named", () => {
    const at = fc.integer({ min: 0, max: 40 * 24 }).map((hours) => hours * hour);
    fc.assert(
      fc.property(
        fc.uniqueArray(at, { minLength: 1, maxLength: 30 }),
        fc.array(at, { maxLength: 30 }),
        fc.infiniteStream(fc.nat(9)),
        (times, starts, picks) => {
          const deployments = times
            .sort((a, b) => a - b)
            .map((time) => deployment(time, { isRollback: picks.next().value === 0 }));
          const links = linkIncidents(
            deployments,
            starts.map((time) => incident(time)),
            noSigns,
            deliveryDefaults,
          );
          expect(links).toHaveLength(starts.length);
          for (const { incident: one, deployment: index, grade, remedy } of links) {
            expect(index === null).toBe(grade === null);
            if (index !== null) expect(deployments[index]?.at).toBeLessThanOrEqual(one.startedAt);
            if (grade === "remediated")
              expect(deployments[remedy ?? -1]?.at).toBeGreaterThanOrEqual(one.startedAt);
          }
        },
      ),
    );
  });
});

describe("stages of lead time", () => {
  it("are told where the graph and events know them, by commit, artefact or chain", () => {
    const deployments = Array.from({ length: 12 }, (_, index) =>
      deployment(asOf - (20 - index) * day, {
        revision: `c${String(index)}`,
        chain: `k${String(index)}`,
      }),
    );
    const rows = Array.from({ length: 11 }, (_, index) => index + 1);
    const contained: ContainedCommits = {
      deployment: Uint32Array.from(rows),
      committedAt: Float64Array.from(rows, (row) => (deployments[row]?.at ?? 0) - 5 * hour),
      authoredAt: Float64Array.from(rows, (row) => (deployments[row]?.at ?? 0) - 6 * hour),
      mergedAt: Float64Array.from(rows, (row) => (deployments[row]?.at ?? 0) - 3 * hour),
      isBot: new Uint8Array(11),
      isMerge: new Uint8Array(11),
      isSquashed: new Uint8Array(11),
      lineIds: rows.map((row) => `m${String(row).padStart(2, "0")}`).join(""),
      lineDeployment: Uint32Array.from(rows),
      tipCommittedAt: new Float64Array(12).fill(Number.NaN),
      isMeasured: Uint8Array.from(deployments, (_, index) => Math.min(index, 1)),
      undoes: new Int32Array(12).fill(-1),
      isHotfix: new Uint8Array(12),
    };
    const times = new Map(
      rows.flatMap((row) => {
        const merged = (deployments[row]?.at ?? 0) - 3 * hour;
        const id = `m${String(row).padStart(2, "0")}`;
        return [
          [`opened commit ${id}`, merged - 4 * hour],
          [`merged commit ${id}`, merged],
          [
            row % 2 === 0 ? `built commit c${String(row)}` : `built chain k${String(row)}`,
            merged + hour,
          ],
        ] as [string, number][];
      }),
    );
    const found = stageTimes(
      { deployments, contained, times, from: 0, to: asOf },
      deliveryDefaults,
    );
    expect(found.map(({ stage, p50, n }) => [stage, p50 / hour, n])).toEqual([
      ["commit-to-merge", 2, 11],
      ["open-to-merge", 4, 11],
      ["merge-to-build", 1, 11],
      ["build-to-deploy", 2, 11],
      ["merge-to-deploy", 3, 11],
    ]);
  });
});

describe("process behaviour chart", () => {
  it("keeps its first weeks, and so its limits, for all reports of a quarter", () => {
    const quarter = Date.UTC(2026, 3, 1) / 1000;
    const deployments = Array.from({ length: 900 }, (_, index) =>
      deployment(quarter - 900 * day + index * day * (1 + (index % 3) / 10)),
    ).filter((one) => one.at < quarter + 80 * day);
    const limits = [3, 40, 80].map((days) => {
      const [result] = assessDelivery({
        asOf: quarter + days * day,
        series: [series(deployments)],
        contained: new Map(),
        incidents: new Map(),
        incidentsSince: null,
      });
      const chart = result?.predictability?.throughput;
      return [chart?.points[0]?.at, chart?.centre, chart?.low, chart?.high, chart?.baselineCount];
    });
    expect(limits[0]?.[4]).toBe(20);
    expect(new Date(Number(limits[0]?.[0]) * 1000).getUTCDay()).toBe(1);
    expect(limits[1]).toEqual(limits[0]);
    expect(limits[2]).toEqual(limits[0]);
  });

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
  it("are those of the documentation: the first cluster of an edition that holds a value", () => {
    const seconds: Record<string, number> = {
      "< 1 hour": hour,
      "< 1 day": day,
      "< 1 week": 7 * day,
      "< 1 month": 30 * day,
      "< 6 months": 180 * day,
      longer: 999 * day,
    };
    const perWeek: Record<string, number> = {
      "several a day": 5,
      "on demand": 5,
      weekly: 1,
      monthly: 12 / 52,
      "twice a year": 2 / 52,
      less: 0.001,
    };
    const page = readFileSync("docs/insights/delivery.md", "utf8");
    let edition = 0;
    const rows = (page.match(/^\| (?:\d{4}| {4}) {1,8}\| \w{3,6} .*$/gm) ?? []).map((line) => {
      const [, year = "", band = "", deployed = "", lead = "", failed = "", recovery = ""] = line
        .split("|")
        .map((cell) => cell.trim());
      if (year !== "") edition = Number(year);
      return {
        edition,
        band,
        worst: {
          perWeek: perWeek[deployed] ?? Number.NaN,
          leadTime: seconds[lead] ?? Number.NaN,
          changeFailRate: Number.parseInt(failed, 10) / 100,
          recoveryTime: seconds[recovery] ?? Number.NaN,
        },
      };
    });
    expect(rows).toHaveLength(19);
    const unknown = { perWeek: null, leadTime: null, changeFailRate: null, recoveryTime: null };
    for (const { edition: year, band, worst } of rows) {
      for (const metric of ["perWeek", "leadTime", "changeFailRate", "recoveryTime"] as const) {
        const holding = rows.find(
          (one) =>
            one.edition === year &&
            (metric === "perWeek"
              ? worst.perWeek >= one.worst.perWeek
              : worst[metric] <= one.worst[metric]),
        );
        const found = benchmark({ ...unknown, [metric]: worst[metric] });
        expect(
          found.find((one) => one.edition === year)?.band,
          `${metric} of ${band} in ${String(year)}`,
        ).toBe(holding?.band);
      }
    }
  });

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
