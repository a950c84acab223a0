import { describe, expect, it } from "vitest";
import { readObjectives } from "#sources/objectives/objective-documents.ts";

describe("objectives in forms that are not read", () => {
  const said = (text: string) => readObjectives(text).problems.map((one) => one.text);

  it.each([
    ["apiVersion: openslo.com/v2alpha1\nkind: SLO", "openslo.com/v2alpha1"],
    ["apiVersion: OpenSLO/v1\nkind: SLO", "OpenSLO/v1"],
    ["apiVersion: n9/v1alpha\nkind: SLO", "Nobl9"],
    ["apiVersion: pyrra.dev/v1\nkind: ServiceLevelObjective", "Pyrra"],
    ["apiVersion: sloth.slok.dev/v2\nkind: PrometheusServiceLevel", "Sloth"],
    ["version: prometheus/v2\nslos: [{name: a}]", "Sloth"],
    ["apiVersion: metrics.keptn.sh/v1beta1\nkind: AnalysisDefinition", "Keptn"],
    ["spec_version: '1.0'\nobjectives: [{sli: response_time_p95}]", "Keptn"],
    ["service_name: a\nslo_name: b\nslo_target: 0.9", "Google"],
  ])("%j is named", (text, tool) => {
    expect(said(text)).toEqual([expect.stringContaining(tool)]);
  });

  it("other documents beside them say nothing", () => {
    for (const text of [
      "apiVersion: n9/v1alpha\nkind: Service",
      "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization",
      "replicas: 3",
    ])
      expect(said(text)).toEqual([]);
  });
});

describe("objectives as they are written elsewhere", () => {
  const pyrra = (name: string) =>
    `{apiVersion: pyrra.dev/v1alpha1, kind: ServiceLevelObjective, metadata: {name: ${name}}, spec: {target: "99", window: 2w, indicator: {ratio: {errors: {metric: e}, total: {metric: t}}}}}`;

  it("are read from a List of Kubernetes", () => {
    const { objectives, problems } = readObjectives(
      `apiVersion: v1\nkind: List\nitems:\n- ${pyrra("a")}\n- ${pyrra("b")}\n`,
    );
    expect(objectives.map(({ name }) => name)).toEqual(["a", "b"]);
    expect(problems).toEqual([]);
  });

  it("may merge what they share", () => {
    const { objectives } = readObjectives(
      "version: prometheus/v1\nservice: s\nx: &base {objective: 99.9, sli: {events: {error_query: e, total_query: t}}}\nslos:\n- <<: *base\n  name: a\n- {<<: *base, name: b, objective: 99}\n",
    );
    expect(
      objectives.map((one) => [one.name, one.kind === "SLO" ? one.targets[0]?.target : null]),
    ).toEqual([
      ["a", 0.999],
      ["b", 0.99],
    ]);
  });

  it("are not read with half of a name or query", () => {
    const long = readObjectives(
      `version: prometheus/v1\nservice: s\nslos:\n- {name: a, objective: 99, sli: {events: {error_query: ${"e".repeat(5_000)}, total_query: t}}}\n- {name: ${"n".repeat(300)}, objective: 99, sli: {events: {error_query: e, total_query: t}}}\n`,
    );
    expect(long.objectives).toMatchObject([{ name: "a", indicator: { part: { query: null } } }]);
    expect(long.problems.map(({ text }) => text)).toEqual([
      expect.stringContaining("4000 characters"),
      expect.stringContaining("253 characters"),
      "name is missing",
    ]);
  });

  it("that merge a long map again and again are refused in time", () => {
    const keys = Array.from({ length: 20_000 }, (_, at) => `  k${String(at)}: 1`).join("\n");
    const start = process.cpuUsage();
    for (const merged of ["- <<: *a\n".repeat(4_000), `- <<: [${"*a, ".repeat(4_000)}*a]\n`]) {
      const { problems } = readObjectives(`a: &a\n${keys}\nb:\n${merged}`);
      expect(problems.map(({ code }) => code)).toEqual(["unsupported"]);
    }
    for (const circle of ["a: &a {<<: *a}", "a: &a\n  b: &b {<<: *a}\n  <<: *b\n"])
      expect(readObjectives(circle).objectives).toEqual([]);
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(8_000);
  });
});
