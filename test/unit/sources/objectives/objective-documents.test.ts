import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DeclaredSlo } from "#evidence/objectives.ts";
import {
  holdsObjectives,
  objectiveDocuments,
  readObjectives,
} from "#sources/objectives/objective-documents.ts";

const bakery = `apiVersion: openslo/v1
kind: DataSource
metadata: {name: oven-metrics}
spec:
  type: Prometheus
  connectionDetails: {url: "https://baker:crumbs@metrics.example"}
---
apiVersion: openslo/v1
kind: Service
metadata: {name: ovens, displayName: Ovens}
spec: {description: Bakes. Ask mira@example.org}
---
apiVersion: openslo/v1
kind: SLI
metadata: {name: loaves-baked}
spec:
  ratioMetric:
    counter: true
    good: {metricSource: {metricSourceRef: oven-metrics, spec: {query: 'loaves_total{state="golden"}'}}}
    total: {metricSource: {metricSourceRef: oven-metrics, spec: {query: loaves_total}}}
---
apiVersion: openslo/v1
kind: SLO
metadata: {name: golden-loaves}
spec:
  service: ovens
  indicatorRef: loaves-baked
  timeWindow: [{duration: 4w, isRolling: true}]
  budgetingMethod: Occurrences
  objectives:
    - {displayName: Golden, targetPercent: 99.95}
  alertPolicies:
    - alertPolicyRef: wake-the-baker
    - kind: AlertPolicy
      metadata: {name: quietly}
      spec: {conditions: [{conditionRef: slow-burn}], notificationTargets: [{targetRef: board}]}
---
apiVersion: openslo/v1
kind: AlertPolicy
metadata: {name: wake-the-baker}
spec:
  conditions:
    - kind: AlertCondition
      metadata: {name: fast-burn}
      spec:
        severity: page
        condition: {kind: burnrate, op: gte, threshold: 14.4, lookbackWindow: 1h, alertAfter: 5m}
---
apiVersion: openslo/v1
kind: AlertCondition
metadata: {name: slow-burn}
spec:
  severity: ticket
  condition: {op: gte, threshold: 1, lookbackWindow: 3d, alertAfter: 0m}
---
apiVersion: openslo/v1
kind: AlertNotificationTarget
metadata: {name: board}
spec: {target: slack}
`;

const slo = (text: string): DeclaredSlo => {
  const found = readObjectives(text).objectives.find((one) => one.kind === "SLO");
  if (found?.kind !== "SLO") throw new Error("no SLO was read");
  return found;
};

describe("OpenSLO", () => {
  it("reads every kind of several documents, with lines and without secrets", () => {
    const { objectives, problems } = readObjectives(bakery);
    expect(problems).toEqual([]);
    expect(objectives.map((one) => `${one.kind} ${one.name} ${one.line}`)).toEqual([
      "DataSource oven-metrics 1",
      "Service ovens 8",
      "SLI loaves-baked 13",
      "SLO golden-loaves 22",
      "AlertPolicy wake-the-baker 38",
      "AlertCondition slow-burn 49",
      "AlertNotificationTarget board 56",
    ]);
    expect(JSON.stringify(objectives)).not.toMatch(/crumbs|mira/);
    expect(objectives[2]).toMatchObject({
      indicator: {
        shape: "ratio",
        numerator: "good",
        isCounter: true,
        part: { dataSource: "oven-metrics", type: null, query: 'loaves_total{state="golden"}' },
      },
    });
    expect(slo(bakery)).toMatchObject({
      service: "ovens",
      indicatorRef: "loaves-baked",
      method: "occurrences",
      window: { duration: { count: 4, unit: "w" }, calendar: null },
      targets: [{ target: 0.9995, displayName: "Golden" }],
      alertPolicies: [
        { ref: "wake-the-baker" },
        { name: "quietly", conditions: [{ ref: "slow-burn" }], targetRefs: ["board"] },
      ],
    });
  });

  it("reads several objects that are written as one sequence", () => {
    const asList = bakery
      .split("---\n")
      .map((one) => `- ${one.trimEnd().replaceAll("\n", "\n  ")}\n`)
      .join("");
    const { objectives, problems } = readObjectives(asList);
    expect(problems).toEqual([]);
    const withoutLines = (all: readonly object[]): string =>
      JSON.stringify(all, (key, value: unknown) => (key === "line" ? undefined : value));
    expect(withoutLines(objectives)).toBe(withoutLines(readObjectives(bakery).objectives));
    const broken = readObjectives(`${asList}- {apiVersion: openslo/v1, kind: SLOW}\n- just text\n`);
    expect(broken.objectives).toHaveLength(7);
    expect(broken.problems).toMatchObject([
      { line: 54, text: "Kind SLOW is not one of openslo/v1" },
    ]);
  });

  it("says that it leaves out what goes on without end", () => {
    const many = Array.from({ length: 5_001 }, () => "{target: 0.9}").join(", ");
    const { problems } = readObjectives(slices(month, many).replace("Timeslices", "Occurrences"));
    expect(problems.map((one) => one.text)).toEqual(["Only the first 5000 entries are read"]);
  });

  const slices = (window: string, objective: string): string =>
    `apiVersion: openslo/v1
kind: SLO
metadata: {name: night-watch}
spec:
  service: dome
  indicator:
    metadata: {name: sky-open}
    spec: {ratioMetric: {raw: {metricSource: {type: Prometheus, spec: {query: sky}}}, rawType: success}}
  timeWindow: [${window}]
  budgetingMethod: Timeslices
  objectives: [${objective}]
`;
  const month =
    "{duration: 1M, calendar: {startTime: 2026-01-01 00:00:00, timeZone: Europe/Paris}}";

  it("reads calendar windows, time slices and bare minutes", () => {
    const read = slo(slices(month, "{target: 0.99, timeSliceTarget: 0.95, timeSliceWindow: 5}"));
    expect(read.window).toEqual({
      duration: { count: 1, unit: "M" },
      calendar: { start: "2026-01-01T00:00:00", timeZone: "Europe/Paris" },
      isAssumed: false,
    });
    expect(read.targets[0]).toMatchObject({
      sliceTarget: 0.95,
      slice: { count: 5, unit: "m" },
    });
  });

  const good = "{target: 0.99, timeSliceTarget: 0.95, timeSliceWindow: 1m}";
  it.each([
    [slices(month, "{target: 1, timeSliceTarget: 0.9, timeSliceWindow: 1m}"), "no error budget", 0],
    [slices(month, "{target: 99.9, timeSliceTarget: 0.9, timeSliceWindow: 1m}"), "write 0.999", 0],
    [
      slices(month, "{targetPercent: 0.99, timeSliceTarget: 0.9, timeSliceWindow: 1m}"),
      "write 99",
      0,
    ],
    [slices(month, "{target: 0.9, timeSliceWindow: 1m}"), "timeSliceTarget", 0],
    [slices(month, "{target: 0.9, timeSliceTarget: 0.9}"), "timeSliceWindow", 0],
    [slices("{duration: 30 days, isRolling: true}", good), "no duration", 1],
    [slices("{duration: 1m, isRolling: true}", good), "months are written 1M", 1],
    [slices("{duration: 4w}", good), "rolling (isRolling: true) or has a calendar", 1],
    [slices("", good), "without a window there is no error budget", 1],
    [slices(month.replace("Europe/Paris", "Europe/Atlantis"), good), "no time zone", 1],
    [slices(month.replace("2026-01-01", "2026-02-31"), good), "startTime", 1],
    [slices(month, good).replace("kind: SLO", "kind: SLOW"), "Kind SLOW", 0],
    [
      slices(month, good).replace("openslo/v1", "openslo/v1alpha"),
      "openslo/v1alpha is not read",
      0,
    ],
  ])("says what is wrong and reads the documents beside it (%#)", (text, words, sloCount) => {
    const { objectives, problems } = readObjectives(`${text}---\n${bakery}`);
    expect(problems.map((one) => one.text).join("; ")).toContain(words);
    expect(problems.every((one) => (one.line ?? 0) > 0)).toBe(true);
    expect(objectives.filter((one) => one.name === "night-watch")).toHaveLength(sloCount);
    expect(objectives.filter((one) => one.name !== "night-watch")).toHaveLength(7);
  });
});

describe("Sloth", () => {
  const file = `version: prometheus/v1
service: observatory
labels: {dome: north}
slos:
  - name: exposures
    objective: 99.9
    sli:
      events:
        error_query: sum(rate(exposures_total{ok="no"}[{{.window}}]))
        total_query: sum(rate(exposures_total[{{.window}}]))
    alerting: {name: ExposuresFail, labels: {on: call}, ticket_alert: {disable: true}}
  - name: perfect
    objective: 100
    sli: {raw: {error_ratio_query: clouds}}
`;
  it("reads objectives in percent over the generator's thirty days", () => {
    const { objectives, problems } = readObjectives(file);
    expect(objectives).toMatchObject([
      {
        name: "exposures",
        line: 5,
        service: "observatory",
        targets: [{ target: 0.999 }],
        window: { duration: { count: 30, unit: "d" }, isAssumed: true },
        indicator: { shape: "ratio", numerator: "bad" },
        alerting: { name: "ExposuresFail", labels: { dome: "north", on: "call" }, ticket: null },
      },
    ]);
    expect(problems).toMatchObject([{ code: "invalid", line: 13 }]);
  });

  it("reads the custom resource", () => {
    const resource = `apiVersion: sloth.slok.dev/v1
kind: PrometheusServiceLevel
metadata: {name: dome}
spec:
  service: dome
  slos: [{name: open, objective: 95, sli: {events: {errorQuery: a, totalQuery: b}}, alerting: {pageAlert: {disable: true}}}]
`;
    expect(slo(resource)).toMatchObject({
      indicator: { part: { query: "a" }, total: { query: "b" } },
      alerting: { page: null, ticket: {} },
    });
  });
});

describe("Pyrra", () => {
  const pyrra = (indicator: string, target = '"99.5"', window = "28d"): string =>
    `apiVersion: pyrra.dev/v1alpha1
kind: ServiceLevelObjective
metadata: {name: departures, labels: {pyrra.dev/service: railway}}
spec:
  target: ${target}
  window: ${window}
  indicator: ${indicator}
`;
  it("reads ratios, latencies and gauges", () => {
    expect(
      slo(pyrra("{ratio: {errors: {metric: late_total}, total: {metric: trains_total}}}")),
    ).toMatchObject({
      service: "railway",
      targets: [{ target: 0.995 }],
      window: { duration: { count: 28, unit: "d" } },
      indicator: { numerator: "bad", part: { query: "late_total" } },
    });
    expect(
      slo(pyrra("{latency: {success: {metric: fast_bucket}, total: {metric: fast_count}}}"))
        .indicator,
    ).toMatchObject({ numerator: "good", part: { query: "fast_bucket" } });
    expect(slo(pyrra("{bool_gauge: {metric: up}}")).indicator).toMatchObject({ shape: "boolean" });
    expect(
      slo(pyrra("{latencyNative: {latency: 1s500ms, total: {metric: 'trains{a=\"b\"}'}}}"))
        .indicator,
    ).toMatchObject({
      part: {
        query:
          'histogram_fraction(0, 1.5, sum(increase(trains{a="b"}[{{.window}}]))) * histogram_count(sum(increase(trains{a="b"}[{{.window}}])))',
      },
      total: { query: 'histogram_count(sum(increase(trains{a="b"}[{{.window}}])))' },
    });
  });

  it("says so when it cannot read an indicator, and refuses a target of 100", () => {
    const late = readObjectives(pyrra("{latencyNative: {latency: soon, total: {metric: x}}}"));
    expect([late.objectives, late.problems[0]?.text]).toEqual([
      [],
      '"soon" is no duration of Prometheus: write 200ms or 1s',
    ]);
    const { objectives, problems } = readObjectives(pyrra("{bool_gauge: {metric: up}}", "100"));
    expect(objectives).toEqual([]);
    expect(problems[0]?.text).toContain("no error budget");
  });
});

describe("a text", () => {
  it.each([
    ["apiVersion: openslo/v1\nkind: SLO\n", true],
    ["kind: SLO\napiVersion: 'openslo/v1'\n", true],
    ["- apiVersion: openslo/v1\n  kind: SLO\n", true],
    ['"apiVersion": "sloth.slok.dev/v1"\n', true],
    ["apiVersion: pyrra.dev/v1alpha1\n", true],
    ['version: "prometheus/v1"\n', true],
    ["apiVersion: v1\nkind: Service\n", false],
    ["# apiVersion: openslo/v1\n", false],
  ])("tells by its version that it holds objectives (%#)", (text, expected) => {
    expect(holdsObjectives(text)).toBe(expected);
  });
});

describe("the source", () => {
  it.each([
    ["slo/api.yaml", "head"],
    ["deploy/ovens-slo.yml", "head"],
    ["ovens.slo.yaml", "head"],
    ["openslo/a/b.yaml", "head"],
    ["slots.yaml", "none"],
    ["slow-tests.yml", "none"],
    ["slo/readme.md", "none"],
    ["vendor/slo/a.yaml", "none"],
    ["test/fixtures/slo.yaml", "none"],
  ])("looks at %s: %s", (path, appetite) => {
    expect(objectiveDocuments.detect(path)).toBe(appetite);
  });

  it("names objectives of other tools, and nothing else of theirs", () => {
    for (const [apiVersion, kind, said] of [
      ["openslo.com/v2alpha", "SLO", ["openslo.com/v2alpha is not read: convert it to openslo/v1"]],
      ["n9/v1alpha", "SLO", ["n9/v1alpha of Nobl9 is not read: write it as openslo/v1"]],
      ["n9/v1alpha", "Project", []],
      [
        "sre.google.com/v2",
        "ServiceLevelObjective",
        ["sre.google.com/v2 of Google's SLO generator is not read: write it as openslo/v1"],
      ],
    ] as const) {
      const text = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: loaves}\n`;
      expect(holdsObjectives(text)).toBe(true);
      expect(readObjectives(text)).toMatchObject({
        objectives: [],
        problems: said.map((one) => ({ text: expect.stringContaining(one) })),
      });
    }
  });

  it("has nothing to say of other YAML", () => {
    expect(
      objectiveDocuments.read({ path: "slo/kustomization.yaml", text: "resources: [a]" }),
    ).toEqual({});
  });

  it("never throws, whatever the text", () => {
    const cut = fc.tuple(
      fc.nat(bakery.length),
      fc.nat(bakery.length),
      fc.string({ maxLength: 20 }),
    );
    fc.assert(
      fc.property(cut, ([from, to, text]) => {
        const torn = bakery.slice(0, from) + text + bakery.slice(to);
        expect(() => readObjectives(torn)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});
