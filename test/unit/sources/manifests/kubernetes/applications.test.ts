import { describe, expect, it } from "vitest";
import { applicationsSource } from "#sources/manifests/kubernetes/applications.ts";

const read = (lines: readonly string[], path = "argocd/oven.yaml") =>
  applicationsSource.read({ path, text: lines.join("\n") });
const usesOf = (lines: readonly string[]) =>
  read(lines).dependencies?.map(({ purl, constraint, line }) => [purl, constraint, line]);

describe("Argo CD", () => {
  it("installs charts and folders, one or several to an application", () => {
    expect(
      usesOf([
        "apiVersion: argoproj.io/v1alpha1",
        "kind: Application",
        "spec:",
        "  sources:",
        "    - repoURL: https://charts.bakery.example",
        "      chart: oven",
        "      targetRevision: 1.2.0",
        "    - repoURL: registry.bakery.example/charts",
        "      chart: flour",
        "      targetRevision: 2.0.0",
        "    - repoURL: git@github.com:Bakery/deploy.git",
        "      path: ./apps/oven/",
        "      targetRevision: HEAD",
      ]),
    ).toEqual([
      ["pkg:helm/oven?repository_url=https%3A%2F%2Fcharts.bakery.example", "1.2.0", 5],
      ["pkg:helm/flour?repository_url=oci%3A%2F%2Fregistry.bakery.example%2Fcharts", "2.0.0", 8],
      ["pkg:github/bakery/deploy#apps/oven", null, 11],
    ]);
  });

  it("is read in a chart's templates as far as they are plain", () => {
    expect(
      usesOf([
        "{{- range .Values.apps }}",
        "apiVersion: argoproj.io/v1alpha1",
        "kind: ApplicationSet",
        "spec:",
        "  template:",
        "    spec:",
        "      source:",
        "        repoURL: https://github.com/bakery/deploy",
        "        path: charts/{{ .name }}",
        "        targetRevision: {{ .revision }}",
        "{{- end }}",
      ]),
    ).toEqual([["pkg:github/bakery/deploy", null, 8]]);
  });
});

it("reads past actions of a template that go over several lines", () => {
  const { dependencies, problems } = read([
    "apiVersion: argoproj.io/v1alpha1",
    "spec:",
    "  source:",
    '    {{- include "oven.source"',
    '        ( dict "chart" "none" )',
    "        | nindent 4 }}",
    "  sources:",
    "    - repoURL: https://github.com/bakery/deploy",
  ]);
  expect(problems).toBeUndefined();
  expect(dependencies).toMatchObject([{ purl: "pkg:github/bakery/deploy", line: 8 }]);
});

it("reads Flux: sources, and releases by the repository of their chart", () => {
  const facts = read(
    [
      "apiVersion: source.toolkit.fluxcd.io/v1",
      "kind: HelmRepository",
      "metadata: { name: bakery }",
      "spec: { url: 'https://charts.bakery.example' }",
      "---",
      "apiVersion: helm.toolkit.fluxcd.io/v2",
      "kind: HelmRelease",
      "spec:",
      "  chart:",
      "    spec:",
      "      chart: oven",
      "      version: '>=1.0.0'",
      "      sourceRef: { kind: HelmRepository, name: bakery }",
      "---",
      "apiVersion: source.toolkit.fluxcd.io/v1",
      "kind: GitRepository",
      "spec: { url: 'ssh://git@github.com/bakery/deploy', ref: { tag: v2 } }",
      "---",
      "apiVersion: source.toolkit.fluxcd.io/v1beta2",
      "kind: OCIRepository",
      "spec: { url: 'oci://ghcr.io/bakery/charts/flour', ref: { tag: 3.0.0 } }",
    ],
    "clusters/main/bakery.yaml",
  );
  expect(facts.definitions).toEqual([
    { name: "helm-repository.bakery", value: "https://charts.bakery.example" },
  ]);
  expect(facts.dependencies?.map(({ purl, constraint }) => [purl, constraint])).toEqual([
    ["pkg:helm/oven?repository_url=%24%7Bhelm-repository.bakery%7D", ">=1.0.0"],
    ["pkg:github/bakery/deploy", "v2"],
    ["pkg:helm/flour?repository_url=oci%3A%2F%2Fghcr.io%2Fbakery%2Fcharts", "3.0.0"],
  ]);
});

it("reads packages of Crossplane, tasks of Tekton, charts of k3s", () => {
  expect(
    usesOf([
      "apiVersion: pkg.crossplane.io/v1",
      "kind: Configuration",
      "spec: { package: 'xpkg.upbound.io/bakery/oven:v1.0.0' }",
      "---",
      "apiVersion: tekton.dev/v1",
      "kind: PipelineRun",
      "spec:",
      "  pipelineRef:",
      "    resolver: git",
      "    params:",
      "      - { name: url, value: 'https://github.com/bakery/tasks' }",
      "      - { name: revision, value: v3 }",
      "---",
      "apiVersion: helm.cattle.io/v1",
      "kind: HelmChart",
      "spec: { chart: oven, repo: 'https://charts.bakery.example', version: 1.0.0 }",
    ]),
  ).toEqual([
    ["pkg:docker/bakery/oven?repository_url=xpkg.upbound.io", "v1.0.0", 3],
    ["pkg:github/bakery/tasks", "v3", 9],
    ["pkg:helm/oven?repository_url=https%3A%2F%2Fcharts.bakery.example", "1.0.0", 16],
  ]);
});

it("leaves every other document alone", () => {
  expect(read(["apiVersion: apps/v1", "kind: Deployment", "spec: { repoURL: x }"])).toEqual({});
  expect(applicationsSource.detect("src/values.yaml")).toBe("none");
  expect(applicationsSource.detect("charts/app-config/values-production.yaml")).toBe("none");
  expect(applicationsSource.detect("argocd/values.yaml")).toBe("none");
  expect(applicationsSource.detect("argocd/values/oven.yaml")).toBe("history");
});
