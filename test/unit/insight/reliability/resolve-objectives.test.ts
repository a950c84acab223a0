import { describe, expect, it } from "vitest";
import { alertRules } from "#insight/reliability/alert-rules.ts";
import { promExpressions } from "#insight/reliability/prom-expressions.ts";
import { resolveObjectives } from "#insight/reliability/resolve-objectives.ts";
import { filesOf, loaves } from "./bakery.ts";

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
    ["sum(rate(loaves[{{ .window }}]))", true, "sum(sum(rate(loaves[1h])))"],
  ])("counts %s by its shape", (query, isCounter, expected) => {
    const found = ratio("good", query, isCounter);
    expect(typeof found === "string" ? found : found.events?.total(3_600)).toBe(expected);
  });

  it.each([
    [metric("a", "Datadog"), "Datadog, not from Prometheus"],
    [metric("a", null), "without a type"],
    [metric(null), "no query"],
    [metric("rate(a[5m])"), "fixes its own range"],
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
