import { expect, it } from "vitest";
import { chartSource } from "#sources/manifests/helm/chart.ts";

it("reads a chart and what it depends on", () => {
  const facts = chartSource.read({
    path: "charts/scope/Chart.yaml",
    text: [
      "apiVersion: v2",
      "name: scope",
      "version: 1.10",
      "description: Points the telescope",
      "deprecated: true",
      "dependencies:",
      "  - name: mirror",
      "    version: ~2.1",
      "    repository: https://user:secret@charts.observatory.example/stable/",
      "  - name: dome",
      "    version: 1.x",
      "    repository: oci://ghcr.io/observatory/charts",
      "  - { name: shared, version: 0.1.0, repository: 'file://../shared' }",
      '  - { name: named, version: 1.0.0, repository: "@observatory" }',
    ].join("\n"),
  });
  expect(facts.packages).toEqual([
    {
      purl: "pkg:helm/scope",
      kind: "tooling",
      version: "1.10",
      isPrivate: false,
      description: "Points the telescope",
      deprecated: "deprecated: true",
      line: 2,
    },
  ]);
  expect(facts.dependencies).toEqual([
    {
      purl: "pkg:helm/mirror?repository_url=https%3A%2F%2Fcharts.observatory.example%2Fstable",
      constraint: "~2.1",
      scope: "runtime",
      line: 7,
      origin: "https://charts.observatory.example/stable",
    },
    {
      purl: "pkg:helm/dome?repository_url=oci%3A%2F%2Fghcr.io%2Fobservatory%2Fcharts",
      constraint: "1.x",
      scope: "runtime",
      line: 10,
      origin: "oci://ghcr.io/observatory/charts",
    },
    {
      purl: "pkg:helm/shared",
      constraint: "0.1.0",
      scope: "runtime",
      line: 13,
      localPath: "charts/shared",
    },
    {
      purl: "pkg:helm/named",
      constraint: "1.0.0",
      scope: "runtime",
      line: 14,
      origin: "@observatory",
    },
  ]);
});

it("reads requirements of the first chart format, which name no chart", () => {
  const facts = chartSource.read({
    path: "scope/requirements.yaml",
    text: "dependencies:\n- name: mirror\n  version: 1\n  repository: https://charts.example\n",
  });
  expect(facts.packages).toBeUndefined();
  expect(facts.dependencies).toHaveLength(1);
});
