import { expect, it } from "vitest";
import { helmfileSource } from "#sources/manifests/helm/helmfile.ts";

const read = (lines: readonly string[], path = "helmfile.yaml.gotmpl") =>
  helmfileSource.read({ path, text: lines.join("\n") });

it("is read with and without templates, at any name that the tool takes", () => {
  for (const path of [
    "helmfile.yaml",
    "helmfile.yaml.gotmpl",
    "env/helmfile.d/10-oven.yaml.gotmpl",
  ])
    expect(helmfileSource.detect(path)).toBe("history");
  expect(helmfileSource.detect("helmfile.d/values.tmpl")).toBe("none");
});

it("takes charts from the repositories it lists, and what they depend on", () => {
  const facts = read(
    [
      "repositories:",
      "  - name: bakery",
      "    url: https://charts.bakery.example",
      "  - { name: mill, url: 'registry.mill.example/charts', oci: true }",
      "{{ if .Values.x }}",
      "releases:",
      "  - name: oven",
      "    chart: bakery/oven",
      "    version: 1.2.0",
      "    dependencies: [{ chart: mill/flour, version: 2.0.0 }]",
      "  - { name: till, chart: 'oci://registry.mill.example/charts/till', version: 3.0.0 }",
      "  - { name: own, chart: ../charts/own }",
      "  - { name: git, chart: 'git::https://github.com/bakery/charts.git@charts/rye?ref=v4' }",
      "  - { name: unknown, chart: strange/thing }",
      "  - name: late",
      "    chart: {{ .Values.chart }}",
      "    version: 1.0.0",
      "helmfiles:",
      "  - path: git::https://github.com/bakery/platform.git@helmfile.yaml?ref=v1",
      "  - path: more/helmfile.yaml",
      "{{ end }}",
    ],
    "deploy/helmfile.yaml.gotmpl",
  );
  expect(facts.problems).toBeUndefined();
  expect(facts.dependencies?.map(({ purl, constraint, line }) => [purl, constraint, line])).toEqual(
    [
      ["pkg:helm/flour?repository_url=oci%3A%2F%2Fregistry.mill.example%2Fcharts", "2.0.0", 10],
      ["pkg:helm/oven?repository_url=https%3A%2F%2Fcharts.bakery.example", "1.2.0", 8],
      ["pkg:helm/till?repository_url=oci%3A%2F%2Fregistry.mill.example%2Fcharts", "3.0.0", 11],
      ["pkg:helm/own", null, 12],
      ["pkg:github/bakery/charts#charts/rye", "v4", 13],
      ["pkg:helm/thing", null, 14],
      ["pkg:github/bakery/platform#helmfile.yaml", "v1", 19],
    ],
  );
  expect(facts.dependencies?.[3]?.localPath).toBe("charts/own");
  expect(facts.dependencies?.[5]?.origin).toBe("@strange");
  expect(facts.includes).toEqual([{ path: "deploy/more/helmfile.yaml", reader: "helmfile" }]);
});

it("is read under every name that helmfile knows, and where clusters are kept", () => {
  for (const path of ["helmfile.d/10-oven.yaml", "helmfile-night.yml", "clusters/main.yaml"])
    expect(helmfileSource.detect(path)).toBe("history");
  expect(read(["kind: Cluster"], "clusters/main.yaml")).toEqual({});
});
