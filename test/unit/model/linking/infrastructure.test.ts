import { describe, expect, it } from "vitest";
import { linkRepositories } from "#model/linking/link-repositories.ts";
import { linkedRepository, readRepository, usesOf } from "./linked-files.ts";

describe("GitLab's included files", () => {
  const lint = "include:\n  - project: railway/ci\n    ref: v1.2.0\n    file: lint.yml\n";

  it("belong to the pipeline, through every chain of them", () => {
    expect(
      usesOf({
        ".gitlab-ci.yml": "include:\n  - local: /parts/all.yml\n",
        "parts/all.yml": "include:\n  - parts/deep/lint.yml\n",
        "parts/deep/lint.yml": lint,
      }),
    ).toEqual([".: gitlab/railway/ci#lint.yml v1.2.0 (build)"]);
  });

  it("may be named by a pattern", () => {
    expect(
      usesOf({
        ".gitlab-ci.yml": "include:\n  - local: parts/*.yml\n",
        "parts/lint.yml": lint,
        "parts/deep/more.yml": lint.replace("lint.yml", "more.yml"),
      }),
    ).toEqual([".: gitlab/railway/ci#lint.yml v1.2.0 (build)"]);
  });
});

describe("Terraform and Terragrunt", () => {
  it("know the names of files in the same folder", () => {
    expect(
      usesOf({
        "yard/main.tofu":
          'module "track" { source = "git::https://github.com/railway/track.git?ref=${local.track}" }\n',
        "yard/versions.tofu": 'locals { track = "v1.2.0" }\n',
        "versions.tofu": 'locals { track = "v9.0.0" }\n',
      }),
    ).toEqual(["yard: github/railway/track v1.2.0 (build)"]);
  });

  it("follow the address and the version to the files that they are kept in", () => {
    expect(
      usesOf({
        "live/stage/yard/terragrunt.hcl": [
          'include "common" {',
          '  path = "${dirname(find_in_parent_folders("root.hcl"))}/_envcommon/yard.hcl"',
          "  expose = true",
          "}",
          'locals { env = read_terragrunt_config(find_in_parent_folders("env.hcl")) }',
          'terraform { source = "${include.common.locals.base}?ref=${local.env.locals.release}" }',
        ].join("\n"),
        "live/_envcommon/yard.hcl":
          'locals { base = "git::git@github.com:railway/modules.git//yard" }\n',
        "live/stage/env.hcl": 'locals { release = "v3.1.0" }\n',
        "live/prod/env.hcl": 'locals { release = "v2.0.0" }\n',
      }),
    ).toEqual(["live/stage/yard: github/railway/modules#yard v3.1.0 (build)"]);
  });

  it("say what stands for nothing that was read", () => {
    const { problems } = linkedRepository({
      "terragrunt.hcl": 'terraform { source = "${local.common.locals.base}?ref=v1" }\n',
    });
    expect(problems.map(({ problem }) => problem.text)).toEqual([
      "local.common.base is defined in no file that was read",
    ]);
  });
});

describe("Jenkins", () => {
  const usesIn = (repositories: Readonly<Record<string, Readonly<Record<string, string>>>>) =>
    linkRepositories(
      Object.entries(repositories).map(([name, files]) => readRepository(name, files)),
    ).map(({ name, files }) => [
      name,
      files.flatMap((file) =>
        file.dependencies.map(({ purl, spans }) => `${purl.slice(4)} ${spans[0]?.value ?? "-"}`),
      ),
    ]);
  const library = { "vars/bakeTrack.groovy": "def call() {}\n" };

  it("loads libraries unasked: a step that one repository has is a use of it", () => {
    expect(
      usesIn({
        shop: { Jenkinsfile: "bakeTrack(lamps: 2)\nslackMagic('x')\n" },
        "pipeline-rails": library,
      }),
    ).toEqual([
      ["shop", ["generic/pipeline-rails?type=jenkins-library -"]],
      ["pipeline-rails", []],
    ]);
  });

  it("does not guess between two libraries, nor see one's own", () => {
    expect(
      usesIn({ shop: { Jenkinsfile: "bakeTrack()\n" }, one: library, two: library })[0],
    ).toEqual(["shop", []]);
    expect(usesIn({ own: { Jenkinsfile: "bakeTrack()\n", ...library } })).toEqual([["own", []]]);
  });

  it("takes the repository of a library from the controller's configuration, wherever that is kept", () => {
    const configuration = [
      "unclassified:",
      "  globalLibraries:",
      "    libraries:",
      "      - name: rails",
      "        defaultVersion: v2",
      "        retriever: { modernSCM: { scm: { git: { remote: 'https://github.com/railway/pipeline-rails' } } } }",
    ].join("\n");
    expect(
      usesIn({
        shop: { Jenkinsfile: "@Library('rails') _\n" },
        till: { Jenkinsfile: "@Library(['rails@v1', 'other']) _\n" },
        controller: { "casc/jenkins.yaml": configuration },
      }).slice(0, 2),
    ).toEqual([
      ["shop", ["github/railway/pipeline-rails v2"]],
      ["till", ["github/railway/pipeline-rails v1", "generic/other?type=jenkins-library -"]],
    ]);
  });
});

it("finds the registry of a chart that Flux installs", () => {
  expect(
    usesOf({
      "apps/shop/release.yaml": [
        "apiVersion: helm.toolkit.fluxcd.io/v2",
        "kind: HelmRelease",
        "spec:",
        "  chart:",
        "    spec: { chart: lamp, version: 1.0.0, sourceRef: { kind: HelmRepository, name: yard } }",
      ].join("\n"),
      "clusters/main/sources.yaml": [
        "apiVersion: source.toolkit.fluxcd.io/v1",
        "kind: HelmRepository",
        "metadata: { name: yard }",
        "spec: { url: 'https://charts.railway.example' }",
      ].join("\n"),
    }),
  ).toEqual(["apps/shop: helm/lamp?repository_url=https%3A//charts.railway.example 1.0.0"]);
});
