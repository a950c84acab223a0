import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isForeignPath } from "#evidence/foreign-path.ts";
import { languageOf, languagesOf } from "#evidence/languages.ts";
import { normaliseOwnerName } from "#evidence/owner-name.ts";
import { serviceNameOf } from "#evidence/service-name.ts";
import { isTestPath } from "#evidence/test-path.ts";

describe("normaliseOwnerName", () => {
  it.each([
    ["#rye-bread", "rye-bread"],
    ["Rye Bread", "rye-bread"],
    ["rye bread", "rye-bread"],
    ["@acme/rye-bread", "rye-bread"],
    ["@acme/rye-bread-team", "rye-bread"],
    ["Team Rye Bread", "rye-bread"],
    ["group:default/rye-bread", "rye-bread"],
    ["Ovens & Heat", "ovens-and-heat"],
    ["Bäckerei", "bäckerei"],
    ["baker@example.org", "person"],
    ["team", "team"],
  ])("%s reads %s", (text, expected) => {
    expect(normaliseOwnerName(text)).toBe(expected);
  });

  it.each([
    "unknown",
    "None",
    "TBC",
    "n/a",
    "N/A",
    "-",
    "?",
    "",
    "  ",
    "@acme/unknown",
    "TBC team",
    "${{ values.owner }}",
    "{{ cookiecutter.team }}",
    "<%= owner %>",
    "<team>",
    "__TEAM__",
    "@your-org/your-team",
  ])("%j is a placeholder", (text) => {
    expect(normaliseOwnerName(text)).toBeNull();
  });

  it("leaves a normalised name alone", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const once = normaliseOwnerName(text);
        if (once !== null && once !== "person") expect(normaliseOwnerName(once)).toBe(once);
      }),
      { numRuns: 300 },
    );
  });
});

describe("serviceNameOf", () => {
  it.each([
    ["OrderStore", "order-store"],
    ["order_store", "order-store"],
    ["ORDER_STORE", "order-store"],
    ["Order Store", "order-store"],
    ["orderAPI", "order-api"],
    ["OrderApiV2", "order-api"],
    ["order-store", "order-store"],
    ["HTTPOven", "http-oven"],
  ])("%s reads %s", (text, expected) => {
    expect(serviceNameOf(text)).toBe(expected);
  });

  it.each(["", "7", "--", "x", "a".repeat(81)])("%j names nothing", (text) => {
    expect(serviceNameOf(text)).toBeNull();
  });

  it("leaves a normalised name alone unless it ends in a version", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const once = serviceNameOf(text);
        if (once !== null && !/-v\d+$/.test(once)) expect(serviceNameOf(once)).toBe(once);
      }),
    );
  });
});

it("knows foreign paths", () => {
  for (const path of [
    "vendor/a.rb",
    "web/node_modules/x/i.js",
    "js/a.min.js",
    "api/x.pb.go",
    "dist/a.js",
  ])
    expect(isForeignPath(path)).toBe(true);
  for (const path of ["lib/vendor.rb", "src/distance/a.js", "app/vendors/list.rb", "admin.js"])
    expect(isForeignPath(path)).toBe(false);
});

it("knows tests, fixtures and documents", () => {
  for (const path of [
    "spec/a_spec.rb",
    "src/a.test.ts",
    "pkg/a_test.go",
    "docs/a.rb",
    "src/test/java/OvenTest.java",
    "ts-tests/oven.ts",
    "src/Oven.Till.Tests/Bake.cs",
    "integration-tests/oven/src/main/java/acme/Oven.java",
    "src/main/kotlin/acme/OvenTest.kt",
  ])
    expect(isTestPath(path)).toBe(true);
  for (const path of [
    "app/contest.rb",
    "src/latest/a.ts",
    "lib/inspector.py",
    "oven-test/src/lib.rs",
    "contests/a.rb",
    "kit/src/main/kotlin/acme/test/auth/Token.kt",
    "kit/src/commonMain/kotlin/acme/examples/Token.kt",
    "src/main/scala/acme/fixtures/Oven.scala",
  ])
    expect(isTestPath(path)).toBe(false);
});

it("counts languages by name", () => {
  const paths = [
    "app/a.rb",
    "Gemfile",
    "views/a.html.erb",
    "x",
    ".gitignore",
    "A.TSX",
    "constructor",
  ];
  expect(languagesOf(paths)).toEqual({ Ruby: 2, "HTML+ERB": 1, TypeScript: 1 });
  expect(languageOf("a.scss")).toEqual({ name: "SCSS", kind: "style" });
});
