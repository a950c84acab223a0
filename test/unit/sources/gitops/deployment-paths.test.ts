import { describe, expect, it } from "vitest";
import { deploymentPathOf } from "#sources/gitops/deployment-paths.ts";
import { matchTemplate } from "#sources/gitops/path-template.ts";

const found = (path: string) => {
  const { format, environment, application } = deploymentPathOf(path, []) ?? {};
  return format === undefined ? null : [format, environment, application];
};

describe("paths of deployment repositories", () => {
  it.each([
    ["state/image-tags/production/ovens", ["one-value", "production", "ovens"]],
    ["image_tags/ovens/prod-eu-west-1.yaml", ["one-value", "prod-eu-west-1", "ovens"]],
    ["charts/ovens/values-staging.yaml", ["images", "staging", "ovens"]],
    ["environments/live/ovens/values.yaml", ["images", "live", "ovens"]],
    ["apps/ovens/overlays/qa2/kustomization.yaml", ["images", "qa2", "ovens"]],
    ["apps/ovens/overlays/production/image-patch.yaml", ["images", "production", "ovens"]],
    ["apps/ovens/overlays/production/patch.yml", ["images", "production", "ovens"]],
    ["clusters/production/patchwork.yaml", ["images", "production", "patchwork"]],
    ["argocd/ovens.yaml", ["images", null, "ovens"]],
    ["clusters/production/ovens.yaml", ["images", "production", "ovens"]],
    ["environments/production/ovens/values.json", ["images", "production", "ovens"]],
    ["environments/production/images.json", ["images", "production", null]],
    ["charts/ovens/values-staging.json", ["images", "staging", "ovens"]],
    ["versions.json", ["images", null, null]],
    // Nothing but an environment above it: read where it is a manifest.
    ["prod/ovens.yaml", ["manifests", "prod", "ovens"]],
    ["production-eu/ovens/deployment.yaml", ["manifests", "production-eu", "ovens"]],
    ["teams/bread/staging/ovens.yml", ["manifests", "staging", "ovens"]],
  ])("%s", (path, expected) => {
    expect(found(path)).toEqual(expected);
  });

  it.each([
    "config/environments/production.rb",
    "test/fixtures/dough.yml",
    "src/test/resources/application.yml",
    "charts/ovens/values.yaml",
    ".github/workflows/production.yml",
    "vendor/charts/ovens/values-production.yaml",
    "docs/production/ovens.md",
    "environments/production/ovens.json",
    "config/production.json",
    "production/ovens.json",
    "demo/ovens.yaml",
    "dev/ovens.yaml",
    "package.json",
  ])("leaves %s alone", (path) => {
    expect(found(path)).toBeNull();
  });

  it("takes a configured pattern first", () => {
    const pattern = {
      repository: null,
      path: "run/{application}@{environment}.txt",
      environment: null,
      application: null,
      key: null,
    };
    expect(deploymentPathOf("run/ovens@north.txt", [pattern])).toEqual({
      format: "one-value",
      environment: "north",
      application: "ovens",
      key: null,
    });
  });
});

describe("path templates", () => {
  it("needs every segment and something for each placeholder", () => {
    expect(matchTemplate("a/{application}/*-{environment}.yaml", "a/ovens/x-prod.yaml")).toEqual({
      application: "ovens",
      environment: "prod",
    });
    expect(matchTemplate("a/{application}/b", "a//b")).toBeNull();
    expect(matchTemplate("a/{application}", "a/ovens/b")).toBeNull();
    expect(matchTemplate("a/b", "a/bc")).toBeNull();
    expect(matchTemplate("a/{environment}.yaml", "a/.yaml")).toBeNull();
  });
});
