import { expect, it } from "vitest";
import { kustomizationSource } from "#sources/manifests/kustomize/kustomization.ts";

it("reads remote bases, resources, components and charts", () => {
  const { dependencies } = kustomizationSource.read({
    path: "overlays/night/kustomization.yaml",
    text: [
      "resources:",
      "  - ../../base",
      "  - deployment.yaml",
      "  - https://github.com/observatory/bases//scope?ref=v1.2",
      "  - github.com/observatory/bases/dome?ref=main",
      "  - https://raw.githubusercontent.com/observatory/crds/v3/lens.yaml",
      "components:",
      "  - git@gitlab.com:observatory/parts.git",
      "helmCharts:",
      "  - name: mirror",
      "    repo: https://charts.observatory.example",
      "    version: 2.0.0",
    ].join("\n"),
  });
  expect(
    dependencies?.map(({ purl, constraint, scope, line }) => [purl, constraint, scope, line]),
  ).toEqual([
    ["pkg:github/observatory/bases#scope", "v1.2", "build", 4],
    ["pkg:github/observatory/bases#dome", "main", "build", 5],
    ["pkg:github/observatory/crds#lens.yaml", "v3", "build", 6],
    ["pkg:gitlab/observatory/parts", null, "build", 8],
    [
      "pkg:helm/mirror?repository_url=https%3A%2F%2Fcharts.observatory.example",
      "2.0.0",
      "runtime",
      10,
    ],
  ]);
});
