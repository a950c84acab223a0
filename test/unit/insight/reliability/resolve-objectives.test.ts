import { describe, expect, it } from "vitest";
import { alertRules } from "#insight/reliability/alert-rules.ts";
import { promExpressions } from "#insight/reliability/prom-expressions.ts";
import { resolveObjectives } from "#insight/reliability/resolve-objectives.ts";
import { componentOf } from "#insight/reliability/component-of.ts";
import type { Organisation } from "#model/organisation.ts";
import { filesOf, loaves } from "#fixtures/objective-bakery.ts";

const source = (type: string): string => `apiVersion: openslo/v1
kind: DataSource
metadata: {name: metrics}
spec: {type: ${type}}
`;
const sli = `apiVersion: openslo/v1
kind: SLI
metadata: {name: golden}
spec: {thresholdMetric: {metricSource: {metricSourceRef: metrics, spec: {query: crumb_size}}}}
`;
const slo = (objective: string): string => `apiVersion: openslo/v1
kind: SLO
metadata: {name: crumbs}
spec:
  service: ovens
  indicatorRef: golden
  timeWindow: [{duration: 28d, isRolling: true}]
  budgetingMethod: Occurrences
  objectives: [${objective}]
`;

describe("references", () => {
  it("are followed to the nearest document, across files and repositories", () => {
    const { objectives, problems } = resolveObjectives(
      filesOf(
        `${slo("{op: lt, value: 5, target: 0.99}")}---\n${source("Prometheus")}`,
        sli,
        source("Datadog"),
      ),
    );
    expect(problems).toEqual([]);
    expect(objectives).toMatchObject([
      {
        id: "slo:bakery-0#ovens/crumbs",
        indicator: { shape: "threshold", metric: { type: "Prometheus", query: "crumb_size" } },
        threshold: { op: "lt", value: 5 },
      },
    ]);
  });

  it("that lead nowhere, and comparisons without a value, are said with their line", () => {
    const lost = resolveObjectives(filesOf(slo("{op: lt, value: 5, target: 0.99}")));
    expect(lost.objectives).toEqual([]);
    expect(lost.problems).toMatchObject([
      { line: 1, text: expect.stringContaining("golden names no SLI") },
    ]);
    const bare = resolveObjectives(filesOf(`${slo("{target: 0.99}")}---\n${sli}`));
    expect(bare.problems[0]?.text).toContain("needs op and value");
  });

  it("counts an objective declared twice once", () => {
    const text = `${slo("{op: lt, value: 5, target: 0.99}")}---\n${slo("{op: lt, value: 9, target: 0.9}")}---\n${sli}`;
    const { objectives, problems } = resolveObjectives(filesOf(text));
    expect(objectives.map((one) => one.target)).toEqual([0.99]);
    expect(problems[0]?.text).toContain("declared twice");
  });
});

describe("services that documents declare", () => {
  const service = (name: string): string => `apiVersion: openslo/v1
kind: Service
metadata: {name: ${name}}
spec: {description: Bakes}
`;
  const component = (repository: number, path: string, name: string) => ({
    id: `component:bakery-${String(repository)}#${path}`,
    name,
    repositoryId: `repository:bakery-${String(repository)}`,
    path,
  });
  const components = [
    component(0, ".", "objectives"),
    component(1, ".", "oven-controller"),
    component(2, ".", "bakery-monorepo"),
  ];
  const placed = (...texts: readonly string[]) => {
    const { objectives } = resolveObjectives(filesOf(...texts));
    return objectives.map(
      (one) =>
        componentOf(one, objectives, { components } as unknown as Organisation)?.name ?? null,
    );
  };
  const ask = `${slo("{op: lt, value: 5, target: 0.99}")}---\n${sli}`;
  const other = ask.replace("service: ovens", "service: tills").replace("crumbs", "coins");

  it("are where an objective of another repository belongs", () => {
    expect(placed(ask, service("ovens"))).toEqual(["oven-controller"]);
    expect(placed(ask, "", service("ovens"))).toEqual(["bakery-monorepo"]);
    expect(placed(ask)).toEqual(["objectives"]);
  });

  it("are no place where one repository declares several of them", () => {
    const both = `${service("ovens")}---\n${service("tills")}`;
    expect(placed(`${ask}---\n${other}`, both)).toEqual([null, null]);
  });
});

describe("alert policies", () => {
  const policy = (flags: string): string => `apiVersion: openslo/v1
kind: AlertPolicy
metadata: {name: watch}
spec:
  ${flags}
  conditions: [{conditionRef: fast-burn}]
  notificationTargets: [{targetRef: baker}, {metadata: {name: miller}, spec: {target: pager}}]
---
apiVersion: openslo/v1
kind: AlertCondition
metadata: {name: fast-burn}
spec: {severity: page, condition: {op: gte, threshold: 2, lookbackWindow: 1h, alertAfter: 5m}}
`;
  const alertsOf = (flags: string) => {
    const text = `${slo("{op: lt, value: 5, target: 0.99}").trimEnd()}
  alertPolicies: [{alertPolicyRef: watch}]
---
${sli}---
${source("Prometheus")}---
${policy(flags)}`;
    const { objectives, problems } = resolveObjectives(filesOf(text));
    expect(problems).toEqual([]);
    const [rules] = objectives.map(alertRules);
    const declared = (rules?.group?.rules ?? []).flatMap((one) =>
      "alert" in one && one.alert.startsWith("fast_burn") ? [one] : [],
    );
    return { declared, silent: rules?.silent };
  };

  it("name whom to notify, and alert on a breach unless they say no", () => {
    const { declared, silent } = alertsOf("description: wakes");
    expect(silent).toEqual([]);
    expect(declared).toMatchObject([
      {
        alert: "fast_burn",
        expr: 'slo:error_ratio:window1h{slo="ovens/crumbs"} >= (2 * 0.01)',
        for: "5m",
        labels: { severity: "page", notification_targets: "baker,miller" },
      },
    ]);
    expect(alertsOf("alertWhenBreaching: false")).toEqual({ declared: [], silent: ["fast-burn"] });
  });

  it("alert on missing data where they ask for it", () => {
    const { declared } = alertsOf("alertWhenNoData: true");
    expect(declared.map((one) => [one.alert, one.expr])).toEqual([
      ["fast_burn", 'slo:error_ratio:window1h{slo="ovens/crumbs"} >= (2 * 0.01)'],
      ["fast_burn_NoData", 'absent(slo:error_ratio:window1h{slo="ovens/crumbs"})'],
    ]);
  });
});

describe("PromQL", () => {
  const metric = (query: string | null, type: string | null = "Prometheus") => ({
    dataSource: null,
    type,
    query,
    line: 1,
  });
  const ratio = (part: string, total: string, isCounter = true) =>
    promExpressions(
      loaves({
        indicator: {
          shape: "ratio",
          numerator: "good",
          part: metric(part),
          total: metric(total),
          isCounter,
        },
      }),
    );

  it.each([
    ['loaves{a="}"}', true, 'sum(increase(loaves{a="}"}[1h]))'],
    ["sum(loaves)", true, "sum(increase(loaves[1h]))"],
    ["loaves", false, "sum(sum_over_time(loaves[1h]))"],
    ["loaves - crumbs", true, "sum(increase((loaves - crumbs)[1h:1m]))"],
    ["sum(rate(l{a='#'}[{{.window}}])) # (all", true, "sum(sum(rate(l{a='#'}[1h])))"],
    ["sum(rate(loaves[{{ .window }}]))", true, "sum(sum(rate(loaves[1h])))"],
  ])("counts %s by its shape", (query, isCounter, expected) => {
    const found = ratio("good", query, isCounter);
    expect(typeof found === "string" ? found : found.events?.total(3_600)).toBe(expected);
  });

  it.each([
    [metric("a", "Datadog"), "Datadog, not from Prometheus"],
    [metric("a", null), "without a type"],
    [{ ...metric("a", null), dataSource: "oven-metrics" }, "data source oven-metrics, which no"],
    [metric(null), "no query"],
    [metric("rate(a[5m])"), "fixes its own range"],
    [metric("sum(a"), "do not close"],
    [metric('a{b="c}'), "do not close"],
    [metric("a)("), "do not close"],
  ])("says why there is none (%#)", (total, words) => {
    const found = promExpressions(
      loaves({ indicator: { shape: "raw", measures: "failure", ratio: total } }),
    );
    expect(found).toEqual(expect.stringContaining(words));
    const rules = alertRules(
      loaves({ indicator: { shape: "raw", measures: "failure", ratio: total } }),
    );
    expect(rules).toMatchObject({ group: null, reason: expect.stringContaining(words) });
  });

  it("takes a stored share of failures as it stands", () => {
    const found = promExpressions(
      loaves({
        indicator: { shape: "raw", measures: "failure", ratio: metric("bad_share[{{.window}}]") },
      }),
    );
    expect(typeof found === "string" ? found : found.errorRatio(300)).toBe(
      "1 - ((1 - (bad_share[5m])))",
    );
  });
});
