import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gitText } from "#fixtures/isolated-git.ts";
import { repository, type Files } from "#fixtures/repository-builder.ts";
import { templateFoldersIn } from "#sources/repository/template-files.ts";
import { foundAt, readFound } from "../read-found.ts";

let folder: string;
let runs = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-places-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ada = { at: "2024-01-01", author: "Ada Oven <ada@bakery.example>", message: "Open" };
const named = (name: string): string => `{ "name": "${name}", "version": "1.0.0" }`;

async function read(files: Files) {
  const { path } = repository(`bakery-${String(runs++)}`)
    .commit({ ...ada, files })
    .write(folder);
  const evidence = await readFound(foundAt(path, folder));
  return {
    manifests: evidence.files.map((file) => file.path).sort(),
    leftOut: (evidence.places?.leftOut ?? []).map(
      (one) => `${one.sign} ${one.folder} (${String(one.manifestsCount)})`,
    ),
    entities: evidence.headFiles.flatMap((file) => file.entities.map(({ name }) => name)),
  };
}

describe("a folder called vendor", () => {
  it("is read where it holds code and nothing that copies dependencies left a mark", async () => {
    const { manifests, leftOut } = await read({
      "package.json": named("market"),
      "services/vendor/package.json": named("vendor-portal"),
      "services/vendor/package-lock.json": '{ "lockfileVersion": 3, "packages": {} }',
      "services/vendor/src/index.js": "export const open = true;\n",
    });
    expect(manifests).toContain("services/vendor/package.json");
    expect(manifests).toContain("services/vendor/package-lock.json");
    expect(leftOut).toEqual([]);
  });

  it.each([
    ["Go's list", { "vendor/modules.txt": "# oven v1\n" }],
    ["Go's paths", { "vendor/github.com/bakery/oven/oven.go": "package oven\n" }],
    ["Composer's autoloader", { "vendor/autoload.php": "<?php\n" }],
    ["Cargo's checksums", { "vendor/flour/.cargo-checksum.json": "{}" }],
    ["licences of others", { "vendor/flour/LICENSE": "MIT\n" }],
    [
      "too many for one folder",
      Object.fromEntries(
        Array.from({ length: 25 }, (_, at) => [`vendor/p${String(at)}/package.json`, named("p")]),
      ),
    ],
  ])("is left out, and said, with %s", async (_, more) => {
    const { manifests, leftOut } = await read({
      "package.json": named("market"),
      "vendor/flour/package.json": named("flour"),
      "vendor/flour/index.js": "module.exports = 1;\n",
      ...more,
    });
    expect(manifests).toEqual(["package.json"]);
    expect(leftOut).toHaveLength(1);
    expect(leftOut[0]).toMatch(/^vendored vendor \(/);
  });
});

it("never reads what a package manager installed, however much", async () => {
  const installed = Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [`web/node_modules/p${String(at)}/package.json`, "{"]),
  );
  const { manifests, leftOut } = await read({ "web/package.json": named("web"), ...installed });
  expect(manifests).toEqual(["web/package.json"]);
  expect(leftOut).toEqual(["installed web/node_modules (40)"]);
});

it("reads inputs of tests only where something refers to them", async () => {
  const files = {
    "package.json": named("market"),
    "fixtures/stall/package.json": named("stall"),
  };
  expect((await read(files)).leftOut).toEqual(["test-data fixtures (1)"]);
  const owned = await read({ ...files, CODEOWNERS: "/fixtures/stall/ @bakery/stalls\n" });
  expect(owned.manifests).toContain("fixtures/stall/package.json");
});

describe("templates", () => {
  const backstage =
    "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nspec:\n  steps:\n    - input:\n        url: ./content\n";

  it("declare nothing, and describe nothing", async () => {
    const { manifests, leftOut, entities } = await read({
      "service/template.yaml": backstage,
      "service/content/package.json": named("stall"),
      "service/content/catalog-info.yaml":
        "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: stall\nspec:\n  owner: stalls\n",
      "{{cookiecutter.slug}}/setup.py": "from setuptools import setup\nsetup(name='stall')\n",
    });
    expect(manifests).toEqual([]);
    expect(entities).toEqual([]);
    expect(leftOut).toEqual(["template service/content (2)", "template {{cookiecutter.slug}} (1)"]);
  });

  it.each([
    ["service/template.yaml", backstage, ["service/content"]],
    [
      "service/template.yaml",
      backstage.replace("./content", "../shared/skeleton"),
      ["shared/skeleton"],
    ],
    ["template.yaml", backstage.replace("./content", "./"), []],
    ["template.yaml", backstage.replace("./content", "../elsewhere"), []],
    ["template.yaml", backstage.replace("./content", "https://github.com/bakery/oven"), []],
    // AWS SAM and OpenShift.
    ["oven/template.yaml", "Transform: AWS::Serverless-2016-10-31\nurl: ./content\n", []],
    ["oven/template.yaml", "apiVersion: template.openshift.io/v1\nkind: Template\nurl: ./a\n", []],
    ["copier.yml", "_subdirectory: template\n", ["template"]],
    ["copier.yaml", "project_name:\n  type: str\n", []],
    ["python/copier.yml", "project_name:\n  type: str\n", ["python"]],
    ["web/app/.template.config/template.json", "{}", ["web/app"]],
    ["src/oven/devcontainer-template.json", "{}", ["src/oven"]],
  ])("%s", (path, text, expected) => {
    expect(templateFoldersIn(path, text)).toEqual(expected);
  });
});

it("reads the whole history again where a folder is read that was not before", async () => {
  const files = {
    "package.json": named("market"),
    "fixtures/stall/package.json": named("stall"),
  };
  const { path, commitIds } = repository("market-later")
    .commit({ ...ada, files })
    .commit({
      ...ada,
      at: "2024-01-02",
      files: { CODEOWNERS: "/fixtures/stall/ @bakery/stalls\n" },
    })
    .write(folder);
  const found = foundAt(path, folder);
  gitText(["--git-dir", path, "update-ref", "refs/heads/main", commitIds[0] ?? ""]);
  const earlier = await readFound(found);
  gitText(["--git-dir", path, "update-ref", "refs/heads/main", commitIds[1] ?? ""]);
  expect(await readFound(found, earlier)).toEqual(await readFound(found));
});
