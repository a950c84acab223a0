import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { certainTemplate, folderSigns, isPlaceholder } from "#evidence/folder-signs.ts";

const told = (folder: string): string[] =>
  folderSigns(folder).map((one) => `${one.sign} ${one.folder}`);

describe("what a folder's name says", () => {
  test.each([
    ["services/bakery", []],
    ["web/node_modules/oven/vendor", ["installed web/node_modules"]],
    ["ios/Pods/Till", ["installed ios/Pods"]],
    ["vendor/bundle/ruby/3.2.0/gems/oven", ["vendored vendor", "installed vendor/bundle"]],
    ["services/vendor", ["vendored services/vendor"]],
    ["third_party/flour", ["vendored third_party"]],
    ["till/thirdparty/flour", ["vendored till/thirdparty"]],
    ["third-party/flour", ["vendored third-party"]],
    ["packages/till/__fixtures__/shop", ["test-data packages/till/__fixtures__"]],
    ["integration-tests/oven-app", ["trial integration-tests"]],
    ["tests-integration/Oven.Till", ["trial tests-integration"]],
    ["src/Oven.Tests", ["trial src/Oven.Tests"]],
    ["load_test", ["trial load_test"]],
    ["systemtest", ["trial systemtest"]],
    ["oven-test-wasms/workspace/bake", ["trial oven-test-wasms"]],
    ["test-contracts/bake", ["trial test-contracts"]],
    ["contest-contracts/bake", []],
    ["oven-host/fuzz", ["test oven-host/fuzz"]],
    // Builds that a plugin of sbt, or of Maven, is tried on; elsewhere `it` is Italian.
    ["src/sbt-test/oven/warm", ["test src/sbt-test"]],
    ["src/it/warm", ["test src/it"]],
    ["pages/it", []],
    ["benchmarks/Oven.Speed", ["trial benchmarks"]],
    ["docs/examples/loaf", ["documentation docs", "example docs/examples"]],
    [".github/actions/bake", ["machinery .github"]],
    [".backstage", ["machinery .backstage"]],
    ["buildSrc", ["machinery buildSrc"]],
    ["gradle", ["machinery gradle"]],
    ["gradle/oven", []],
    ["tools", ["tooling tools"]],
    ["packages/skeleton", ["template packages/skeleton"]],
    ["cmd/contract-init-template/hello", ["template cmd/contract-init-template"]],
    ["tools/oven", []],
    // Libraries that help others to test.
    ["oven-starter-test", []],
    ["oven-test", []],
  ])("%s", (folder, expected) => {
    expect(told(folder)).toEqual(expected);
  });
});

describe("templates for certain", () => {
  test.each([
    ["{{cookiecutter.slug}}/package.json", "{{cookiecutter.slug}}"],
    ["service/content/${{ values.name }}/pom.xml", "service/content/${{ values.name }}"],
    ["src/main/resources/archetype-resources/pom.xml", "src/main/resources/archetype-resources"],
    ["src/main/g8/build.sbt", "src/main/g8"],
    ["resources/leiningen/new/oven/pom.xml", "resources/leiningen/new"],
    ["generators/app/templates/package.json", "generators/app/templates"],
    ["lib/generators/oven/install/templates/Gemfile", "lib/generators/oven/install/templates"],
    ["src/schematics/oven/files/package.json", "src/schematics/oven/files"],
    ["src/blueprints/app/files/__name__/package.json", "src/blueprints/app/files"],
    ["packages/create-oven/template-react/package.json", "packages/create-oven/template-react"],
    ["_templates/oven/new/package.json", "_templates"],
    ["libs/__name@dasherize__/package.json", "libs/__name@dasherize__"],
    ["$name$/build.sbt", "$name$"],
    ["services/templates/package.json", null],
    // A placeholder on a page while it loads: a package of many design systems.
    ["packages/skeleton/package.json", null],
    ["lib/oven/__tests__/package.json", null],
    ["create-oven/package.json", null],
    ["app/[[...slug]]/package.json", null],
  ])("%s", (path, expected) => {
    expect(certainTemplate(path)).toBe(expected);
  });

  test("names that a generator fills in, and others that only look so", () => {
    for (const name of ["${{ values.name }}", "{{ name }}", "<%= name %>", "$name$", "<CHARTNAME>"])
      expect(isPlaceholder(name)).toBe(true);
    for (const name of [
      "@bakery/till",
      "__proto__",
      "${project.groupId}",
      "a$b",
      "100%",
      "#{name}",
    ])
      expect(isPlaceholder(name)).toBe(false);
  });
});

test("signs are folders at or above, each once, the topmost first", () => {
  const name = fc.oneof(
    fc.constantFrom(
      "vendor",
      "tests",
      "docs",
      "node_modules",
      "{{x}}",
      "templates",
      "oven",
      "gradle",
    ),
    fc.string({ minLength: 1, maxLength: 8 }).map((text) => text.replaceAll("/", "-")),
  );
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 6 }), (names) => {
      const folder = names.join("/");
      const found = folderSigns(folder).map((one) => one.folder);
      for (const one of found) expect(`${folder}/`.startsWith(`${one}/`)).toBe(true);
      expect(found).toEqual([...new Set(found)].sort((a, b) => a.length - b.length));
    }),
  );
});
