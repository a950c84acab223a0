import { describe, expect, it } from "vitest";
import type { FileFacts } from "#evidence/facts.ts";
import type { FileSource } from "#evidence/source.ts";
import { bakeSource } from "#sources/manifests/docker/bake.ts";
import { composeSource } from "#sources/manifests/docker/compose.ts";
import { devcontainerSource } from "#sources/manifests/docker/devcontainer.ts";
import { dockerfileSource } from "#sources/manifests/docker/dockerfile.ts";
import { imageBuildersSource } from "#sources/manifests/docker/image-builders.ts";
import { makefileSource } from "#sources/manifests/docker/makefile.ts";
import { imagesOfScript } from "#sources/manifests/docker/script-images.ts";
import { packerSource } from "#sources/manifests/packer/packer.ts";

const read = (source: FileSource, path: string, lines: readonly string[]): FileFacts =>
  source.read({ path, text: lines.join("\n") });
const usesOf = ({ dependencies = [] }: FileFacts) =>
  dependencies.map(({ purl, constraint }) => [purl, constraint]);
const offersOf = ({ packages = [] }: FileFacts) => packages.map(({ purl }) => purl);

describe("bake", () => {
  it("offers tags and uses contexts", () => {
    const facts = read(bakeSource, "docker-bake.hcl", [
      'variable "REGISTRY" { default = "registry.bakery.example" }',
      'variable "TAG" {}',
      'target "oven" {',
      '  tags = ["${REGISTRY}/oven:${TAG}", notequal("", TAG) ? "ghcr.io/bakery/oven:${TAG}" : ""]',
      "  contexts = {",
      '    base = "docker-image://bakery/base:2"',
      '    flour = "https://github.com/bakery/flour.git#v1"',
      '    own = "target:x"',
      "  }",
      "}",
    ]);
    expect(offersOf(facts)).toEqual([
      "pkg:docker/oven?repository_url=registry.bakery.example",
      "pkg:docker/bakery/oven?repository_url=ghcr.io",
    ]);
    expect(usesOf(facts)).toEqual([
      ["pkg:docker/bakery/base", "2"],
      ["pkg:github/bakery/flour", "v1"],
    ]);
  });

  it("reads JSON too", () => {
    const facts = read(bakeSource, "docker-bake.json", [
      '{ "target": { "oven": { "tags": ["ghcr.io/bakery/oven:1"], "contexts": { "b": "docker-image://bakery/base:2" } } } }',
    ]);
    expect(offersOf(facts)).toHaveLength(1);
    expect(usesOf(facts)).toEqual([["pkg:docker/bakery/base", "2"]]);
  });
});

it("uses a development container's image and features, and offers a feature", () => {
  const facts = read(devcontainerSource, ".devcontainer/devcontainer.json", [
    "{",
    "  // the oven",
    '  "image": "ghcr.io/bakery/workbench:2",',
    '  "features": { "ghcr.io/bakery/features/yeast:1": {}, "./own": {} },',
    "}",
  ]);
  expect(facts.dependencies?.map(({ purl, constraint, line }) => [purl, constraint, line])).toEqual(
    [
      ["pkg:docker/bakery/workbench?repository_url=ghcr.io", "2", 3],
      ["pkg:docker/bakery/features/yeast?repository_url=ghcr.io", "1", 4],
    ],
  );
  const feature = read(devcontainerSource, "src/yeast/devcontainer-feature.json", [
    '{ "id": "yeast", "version": "1.4.0" }',
  ]);
  expect(feature.packages).toMatchObject([
    { purl: "pkg:docker/-owner-/-repository-/yeast?repository_url=ghcr.io", version: "1.4.0" },
  ]);
});

it("reads what a compose file includes, extends and builds from", () => {
  const facts = read(composeSource, "shop/compose.yaml", [
    "include:",
    "  - ../common/compose.yaml",
    "  - path: [more.yaml]",
    "services:",
    "  till: { extends: { file: base.yaml, service: till } }",
    "  oven: { build: 'https://github.com/bakery/oven.git#v1:docker' }",
    "  mill:",
    "    build: { context: ., additional_contexts: { base: 'docker-image://bakery/base:2' } }",
  ]);
  expect(facts.includes?.map(({ path }) => path)).toEqual([
    "common/compose.yaml",
    "shop/more.yaml",
    "shop/base.yaml",
  ]);
  expect(usesOf(facts)).toEqual([
    ["pkg:github/bakery/oven", "v1"],
    ["pkg:docker/bakery/base", "2"],
  ]);
});

it("knows repositories that a Dockerfile adds", () => {
  const facts = read(dockerfileSource, "Dockerfile", [
    "FROM scratch",
    "ADD https://github.com/bakery/flour.git#v1.0:src /flour",
    "ADD https://github.com/bakery/yeast/releases/download/v2.0/yeast.tar.gz /",
    "ADD https://bakery.example/file /",
    "ADD a.txt b/",
  ]);
  expect(usesOf(facts)).toEqual([
    ["pkg:github/bakery/flour", "v1.0"],
    ["pkg:github/bakery/yeast", "v2.0"],
  ]);
});

it("offers images of GoReleaser and Skaffold, uses base images and charts", () => {
  const releases = read(imageBuildersSource, ".goreleaser.yaml", [
    "dockers:",
    "  - image_templates: ['ghcr.io/bakery/oven:{{ .Tag }}-amd64']",
  ]);
  expect(offersOf(releases)).toEqual(["pkg:docker/bakery/oven?repository_url=ghcr.io"]);
  const skaffold = read(imageBuildersSource, "skaffold.yaml", [
    "requires: [{ git: { repo: 'https://github.com/bakery/common', ref: v1 } }]",
    "build: { artifacts: [{ image: ghcr.io/bakery/oven }] }",
    "deploy: { helm: { releases: [{ remoteChart: flour, repo: 'https://charts.bakery.example', version: 2.0.0 }] } }",
  ]);
  expect(offersOf(skaffold)).toEqual(["pkg:docker/bakery/oven?repository_url=ghcr.io"]);
  expect(usesOf(skaffold)).toEqual([
    ["pkg:github/bakery/common", "v1"],
    ["pkg:helm/flour?repository_url=https%3A%2F%2Fcharts.bakery.example", "2.0.0"],
  ]);
  expect(
    usesOf(read(imageBuildersSource, ".ko.yaml", ["defaultBaseImage: bakery/base:1"])),
  ).toEqual([["pkg:docker/bakery/base", "1"]]);
});

it("offers what a Makefile pushes, by the variables that it sets", () => {
  const facts = read(makefileSource, "Makefile", [
    "REGISTRY ?= registry.bakery.example",
    "IMAGE := $(REGISTRY)/oven",
    "push:",
    "\t@docker build -t $(IMAGE):$(VERSION) .",
    "\tdocker push $(IMAGE):$(VERSION)",
  ]);
  expect(facts.packages?.map(({ purl, line }) => [purl, line])).toEqual([
    ["pkg:docker/oven?repository_url=registry.bakery.example", 4],
  ]);
});

it.each([
  ["docker buildx build --push --tag=acme/a:1 .", ["acme/a:1"]],
  ["sudo podman push acme/a:1", ["acme/a:1"]],
  ["/kaniko/executor --context . --destination=acme/a:1", ["acme/a:1"]],
  ["skopeo copy docker://x/y docker://acme/a:1", ["acme/a:1"]],
  ["crane push image.tar acme/a:1", ["acme/a:1"]],
  ["docker build -t app .", []],
  ["echo docker push acme/a", []],
])("%s", (script, images) => {
  expect(imagesOfScript(script)).toEqual(images);
});

it("uses plugins of Packer by the repository that their address stands for", () => {
  const facts = read(packerSource, "image.pkr.hcl", [
    "packer {",
    "  required_plugins {",
    '    oven = { source = "github.com/bakery/oven", version = ">= 1.0.0" }',
    "  }",
    "}",
  ]);
  expect(usesOf(facts)).toEqual([["pkg:github/bakery/packer-plugin-oven", ">= 1.0.0"]]);
});
