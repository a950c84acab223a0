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
        text: "module source is no literal folder, registry or git address",
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

it("reads Terragrunt", () => {
  const facts = read('terraform {\n  source = "railway/track/aws"\n}', "live/terragrunt.hcl");
  expect(facts.dependencies?.[0]?.purl).toBe("pkg:terraform/railway/track/aws");
});

it("says where brackets do not match", () => {
  expect(read('module "x" {\n').problems?.[0]).toMatchObject({ code: "invalid" });
  expect(read("}\nmodule").problems?.[0]).toMatchObject({ code: "invalid" });
});
