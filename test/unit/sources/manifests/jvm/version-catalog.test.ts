import { expect, it } from "vitest";
import { versionCatalogSource } from "#sources/manifests/jvm/version-catalog.ts";

it("reads libraries and plugins in every notation", () => {
  const { dependencies } = versionCatalogSource.read({
    path: "gradle/libs.versions.toml",
    text: [
      "[versions]",
      'lamp = "4.0"',
      'wick = { strictly = "[1,2)" }',
      "[libraries]",
      'lamp = { module = "org.railway:lamp", version.ref = "lamp" }',
      'wick = { group = "org.railway", name = "wick", version.ref = "wick" }',
      'bell = "org.railway:bell:1.10"',
      'junit-check = { module = "org.yard:check" }',
      "[plugins]",
      'style = { id = "org.railway.style", version = "2" }',
    ].join("\n"),
  });
  expect(
    dependencies?.map(({ purl, constraint, scope, line }) => [purl, constraint, scope, line]),
  ).toEqual([
    ["pkg:maven/org.railway/lamp", "4.0", "runtime", 5],
    ["pkg:maven/org.railway/wick", "[1,2)", "runtime", 6],
    ["pkg:maven/org.railway/bell", "1.10", "runtime", 7],
    ["pkg:maven/org.yard/check", null, "test", 8],
    ["pkg:maven/org.railway.style/org.railway.style.gradle.plugin", "2", "build", 10],
  ]);
});

it("says that a text is no TOML", () => {
  const facts = versionCatalogSource.read({
    path: "gradle/libs.versions.toml",
    text: "[libraries",
  });
  expect(facts.problems?.[0]?.code).toBe("invalid");
});
