import { describe, expect, it } from "vitest";
import { terraformSource } from "#sources/manifests/terraform/terraform.ts";

const read = (text: string, path = "stacks/yard/main.tf") => terraformSource.read({ path, text });
const sourceOf = (source: string) =>
  read(`module "x" {\n  source = "${source}"\n}\n`).dependencies?.map(
    ({ purl, constraint, localPath }) =>
      [purl, constraint, localPath].filter((part) => part !== undefined),
  );

describe("module sources", () => {
  it.each([
    ["railway/track/aws", "pkg:terraform/railway/track/aws", null],
    ["railway/track/aws//modules/points", "pkg:terraform/railway/track/aws#modules/points", null],
    [
      "app.terraform.io/railway/track/aws",
      "pkg:terraform/railway/track/aws?repository_url=app.terraform.io",
      null,
    ],
    ["github.com/Railway/rails//points?ref=v2", "pkg:github/railway/rails#points", "v2"],
    [
      "git::https://github.com/railway/rails.git//points?ref=v2.1&depth=1",
      "pkg:github/railway/rails#points",
      "v2.1",
    ],
    ["git::ssh://git@gitlab.com/railway/infra/rails.git", "pkg:gitlab/railway/infra/rails", null],
    ["git@github.com:railway/rails.git", "pkg:github/railway/rails", null],
    [
      "git::https://git.railway.example/infra/rails.git",
      "pkg:generic/rails?vcs_url=git%2Bhttps%3A%2F%2Fgit.railway.example%2Finfra%2Frails",
      null,
    ],
  ])("%s", (source, purl, constraint) => {
    expect(sourceOf(source)).toEqual([[purl, constraint]]);
  });

  it("knows folders of the same repository", () => {
    expect(sourceOf("../../modules/lamp")).toEqual([
      ["pkg:github/-owner-/-repository-#modules/lamp", null, "modules/lamp"],
    ]);
  });

  it("says which sources it cannot read", () => {
    expect(read('module "x" {\n  source = "${var.where}"\n}').problems).toEqual([
      {
        code: "unsupported",
        text: "module source depends on what is known when it is run",
        line: 2,
      },
    ]);
  });
});

it("reads versions and providers among everything else that HCL has", () => {
  const { dependencies, problems } = read(
    [
      '# module "no" { source = "./no" }',
      "terraform {",
      '  required_version = ">= 1.5"',
      "  required_providers {",
      '    aws   = { source = "hashicorp/aws", version = "~> 5.0" }',
      "    lamp = {",
      '      source  = "registry.railway.example/railway/lamp"',
      "    }",
      '    old = "~> 1.1"',
      "  }",
      "}",
      "locals {",
      '  text = "a ${join(",", [for x in var.y : "${x}}"])} {"',
      "  list = [",
      '    { a = "b" }, /* } */',
      "  ]",
      "  map = { for k, v in var.z : k => v }",
      "  policy = <<-EOT",
      '    module "no" { source = "./no" }',
      "  EOT",
      "}",
      'module "track" {',
      "  for_each = toset(var.x)",
      '  source   = "railway/track/aws"',
      '  version  = "4.1.0" // pinned',
      '  tags = merge(local.tags, { "a" = "b" })',
      "}",
    ].join("\n"),
  );
  expect(problems).toBeUndefined();
  expect(
    dependencies?.map(({ purl, constraint, scope, line }) => [purl, constraint, scope, line]),
  ).toEqual([
    ["pkg:terraform/hashicorp/aws", "~> 5.0", "build", 5],
    ["pkg:terraform/railway/lamp?repository_url=registry.railway.example", null, "build", 6],
    ["pkg:terraform/hashicorp/old", "~> 1.1", "build", 9],
    ["pkg:terraform/railway/track/aws", "4.1.0", "build", 24],
  ]);
});

it("offers a module by its folder", () => {
  expect(read("", "infra/modules/lamp/variables.tf").packages).toMatchObject([
    { purl: "pkg:github/-owner-/-repository-#infra/modules/lamp", kind: "tooling" },
  ]);
  expect(read("", "infra/stacks/lamp/variables.tf").packages).toBeUndefined();
  expect(read("", "infra/modules/lamp/main.tf").packages).toBeUndefined();
});

it("offers the root and other folders as modules where they take or give values, and keep no state", () => {
  const variable = 'variable "lamps" {}\n';
  expect(read(variable, "variables.tf").packages).toMatchObject([
    { purl: "pkg:github/-owner-/-repository-", isPrivate: false },
  ]);
  expect(read(variable, "outputs.tofu").packages).toHaveLength(1);
  expect(read('{ "variable": {} }', "variables.tf.json").packages).toHaveLength(1);
  expect(read(variable, "signals/variables.tf").packages).toMatchObject([
    { purl: "pkg:github/-owner-/-repository-#signals", isPrivate: true },
  ]);
  expect(
    read(`terraform {\n  backend "s3" {}\n}\n${variable}`, "variables.tf").packages,
  ).toBeUndefined();
});

describe("other syntaxes", () => {
  it("reads the JSON syntax, with lists where blocks repeat", () => {
    const { dependencies, problems } = read(
      [
        "{",
        '  "locals": { "release": "v3" },',
        '  "module": {',
        '    "track": { "source": "git::https://github.com/railway/rails.git//points?ref=v2" },',
        '    "lamp": [{ "source": "railway/lamp/aws", "version": "1.2.0" }],',
        '    "late": { "source": "github.com/railway/late?ref=${local.release}" }',
        "  },",
        '  "terraform": [{ "required_providers": { "aws": { "source": "hashicorp/aws", "version": "~> 5" } } }]',
        "}",
      ].join("\n"),
      "stacks/yard/main.tf.json",
    );
    expect(problems).toBeUndefined();
    expect(dependencies?.map(({ purl, constraint, line }) => [purl, constraint, line])).toEqual([
      ["pkg:github/railway/rails#points", "v2", 4],
      ["pkg:terraform/railway/lamp/aws", "1.2.0", 5],
      ["pkg:github/railway/late", "v3", 6],
      ["pkg:terraform/hashicorp/aws", "~> 5", 8],
    ]);
  });

  it.each(["main.tofu", "tests/yard.tftest.hcl", "root.hcl", "_envcommon/yard.hcl"])(
    "is read: %s",
    (path) => {
      expect(terraformSource.detect(path)).toBe("history");
    },
  );

  it.each([
    ".terraform.lock.hcl",
    "docker-bake.hcl",
    "image.pkr.hcl",
    ".tflint.hcl",
    "job.nomad.hcl",
  ])("is not read: %s", (path) => {
    expect(terraformSource.detect(path)).toBe("none");
  });

  it("knows the modules that tests run", () => {
    const facts = read('run "lamp" {\n  module {\n    source = "./setup"\n  }\n}', "t.tftest.hcl");
    expect(facts.dependencies).toMatchObject([{ localPath: "setup", scope: "test", line: 3 }]);
  });
});

describe("values of sources and versions", () => {
  it("follows locals and defaults of the same file", () => {
    const { dependencies } = read(
      [
        "locals {",
        '  base = "git::git@github.com:railway/rails.git"',
        '  tag  = "v${local.number}"',
        '  number = "4.0.0" # the newest',
        "}",
        'variable "lamp" {',
        '  default = "1.1.0"',
        "}",
        'module "points" { source = "${local.base}//points?ref=${local.tag}" }',
        'module "lamp" {',
        '  source  = "railway/lamp/aws"',
        "  version = var.lamp",
        "}",
      ].join("\n"),
      "main.tofu",
    );
    expect(dependencies?.map(({ purl, constraint }) => [purl, constraint])).toEqual([
      ["pkg:github/railway/rails#points", "v4.0.0"],
      ["pkg:terraform/railway/lamp/aws", "1.1.0"],
    ]);
  });

  it("leaves to the linking what other files say", () => {
    const { dependencies, definitions } = read(
      [
        'include "common" {',
        '  path = "${dirname(find_in_parent_folders("root.hcl"))}/_envcommon/yard.hcl"',
        "  expose = true",
        "}",
        "locals {",
        '  env = read_terragrunt_config(find_in_parent_folders("env.hcl"))',
        '  own = "git::https://github.com/railway/rails.git//yard"',
        "}",
        "terraform {",
        '  source = "${include.common.locals.base}?ref=v1.2.0"',
        "}",
        'unit "lamp" {',
        '  source = "git::https://github.com/railway/lamps.git?ref=${local.env.locals.release}"',
        "}",
      ].join("\n"),
      "live/yard/terragrunt.hcl",
    );
    expect(dependencies).toMatchObject([
      {
        purl: "pkg:generic/include.common.base",
        constraint: "v1.2.0",
        reference: "include.common.base",
      },
      { purl: "pkg:github/railway/lamps", constraint: "${local.env.release}" },
    ]);
    expect(definitions).toMatchObject([
      { name: "from.include.common", value: "yard.hcl" },
      { name: "from.local.env", value: "env.hcl" },
      { name: "local.own", purl: "pkg:github/railway/rails#yard" },
    ]);
  });

  it.each([
    ["tfr:///railway/track/aws?version=3.3.0", "pkg:terraform/railway/track/aws", "3.3.0"],
    [
      "tfr://registry.railway.example/railway/track/aws//points?version=3.3.0",
      "pkg:terraform/railway/track/aws?repository_url=registry.railway.example#points",
      "3.3.0",
    ],
    [
      "oci://registry.railway.example/modules/track?tag=1.0.0",
      "pkg:docker/modules/track?repository_url=registry.railway.example",
      "1.0.0",
    ],
    [
      "https://github.com/railway/rails/archive/refs/tags/v1.0.0.tar.gz",
      "pkg:github/railway/rails",
      "v1.0.0",
    ],
    ["bitbucket.org/railway/rails", "pkg:bitbucket/railway/rails", null],
  ])("%s", (source, purl, constraint) => {
    expect(sourceOf(source)).toEqual([[purl, constraint]]);
  });

  it("finds folders by Terragrunt's functions", () => {
    expect(sourceOf("${get_repo_root()}/modules//lamp")).toEqual([
      ["pkg:github/-owner-/-repository-#modules/lamp", null, "modules/lamp"],
    ]);
    expect(sourceOf("${get_terragrunt_dir()}/../lamp")).toEqual([
      ["pkg:github/-owner-/-repository-#stacks/lamp", null, "stacks/lamp"],
    ]);
  });

  it.each([
    "s3::https://s3-eu-west-1.amazonaws.com/railway/track.zip",
    "https://railway.example/track.zip",
  ])("says why the repository of %s is unknown", (source) => {
    expect(read(`module "x" {\n  source = "${source}"\n}`).problems?.[0]?.text).toMatch(/unknown/);
  });
});

it("reads Terragrunt", () => {
  const facts = read('terraform {\n  source = "railway/track/aws"\n}', "live/terragrunt.hcl");
  expect(facts.dependencies?.[0]?.purl).toBe("pkg:terraform/railway/track/aws");
});

it("says where brackets do not match", () => {
  expect(read('module "x" {\n').problems?.[0]).toMatchObject({ code: "invalid" });
  expect(read("}\nmodule").problems?.[0]).toMatchObject({ code: "invalid" });
});

it("takes charts of helm_release from their repository, by address or from a folder; what runs must tell says nothing", () => {
  const release = (...lines: string[]): (string | null | undefined)[][] | undefined =>
    read(`resource "helm_release" "x" {\n${lines.join("\n")}\n}\n`).dependencies?.map(
      ({ purl, constraint, localPath, origin }) => [purl, constraint, localPath ?? origin],
    );
  const registry = "oci://ghcr.io/railway/charts";
  const found = `pkg:helm/lamp?repository_url=${encodeURIComponent(registry)}`;
  expect(
    release(`  repository = "${registry}"`, '  chart = "lamp"', '  version = "1.6.0"'),
  ).toEqual([[found, "1.6.0", registry]]);
  expect(release(`  chart = "${registry}/lamp"`)).toEqual([[found, null, registry]]);
  expect(release('  chart = "railway/lamp"')).toEqual([["pkg:helm/lamp", null, "@railway"]]);
  expect(release('  chart = "./charts/lamp"')).toEqual([
    ["pkg:helm/lamp", null, "stacks/yard/charts/lamp"],
  ]);
  expect(release("  repository = data.x.url", '  chart = "lamp"')).toBeUndefined();
  expect(release('  chart = "${var.chart}"')).toBeUndefined();
});
