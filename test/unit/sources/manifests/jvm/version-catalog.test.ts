import { expect, it } from "vitest";
import { versionCatalogSource } from "#sources/manifests/jvm/version-catalog.ts";

it("defines libraries, plugins, bundles and versions in every notation, and uses none of them", () => {
  const { definitions, dependencies } = versionCatalogSource.read({
    path: "gradle/libs.versions.toml",
    text: [
      "[versions]",
      'lamp = "4.0"',
      'wick = { strictly = "[1,2)" }',
      'glass = { strictly = "[1,2[", prefer = "1.4.0" }',
      'rod = { strictly = "3.0", prefer = "2.9" }',
      "[libraries]",
      'lamp = { module = "org.railway:lamp", version.ref = "lamp" }',
      'oil_wick = { group = "org.railway", name = "wick", version.ref = "wick" }',
      'bell = "org.railway:bell:1.10"',
      'far = { module = "com.github.railway:far" }',
      "[bundles]",
      'night = ["lamp", "oil-wick"]',
      "[plugins]",
      'style = { id = "org.railway.style", version = "2" }',
    ].join("\n"),
  });
  expect(dependencies).toBeUndefined();
  expect(definitions?.map(({ name, value, purl }) => [name, value, purl])).toEqual([
    ["catalog.versions.lamp", "4.0", undefined],
    ["catalog.versions.wick", "[1,2)", undefined],
    ["catalog.versions.glass", "1.4.0", undefined],
    ["catalog.versions.rod", "3.0", undefined],
    ["catalog.lamp", "4.0", "pkg:maven/org.railway/lamp"],
    ["catalog.oil.wick", "[1,2)", "pkg:maven/org.railway/wick"],
    ["catalog.bell", "1.10", "pkg:maven/org.railway/bell"],
    ["catalog.far", "", "pkg:maven/com.github.railway/far"],
    ["catalog.plugins.style", "2", "pkg:maven/org.railway.style/org.railway.style.gradle.plugin"],
    ["catalog.bundles.night", "${catalog.lamp}${catalog.oil.wick}", undefined],
  ]);
  expect(definitions?.find(({ name }) => name === "catalog.far")?.origin).toBe(
    "https://github.com/railway/far",
  );
});

it("says that a text is no TOML", () => {
  const facts = versionCatalogSource.read({
    path: "gradle/libs.versions.toml",
    text: "[libraries",
  });
  expect(facts.problems?.[0]?.code).toBe("invalid");
});
