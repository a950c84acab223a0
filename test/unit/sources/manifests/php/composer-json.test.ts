import { expect, it } from "vitest";
import { composerJson } from "#sources/manifests/php/composer-json.ts";

it("reads the package, its requirements and what it says of itself", () => {
  const facts = composerJson.read({
    path: "composer.json",
    text: `{
  "name": "Railway/Signals",
  "type": "library",
  "description": "Signals for small railways",
  "abandoned": "railway/lamps",
  "require": {
    "php": ">=8.1", "ext-json": "*",
    "railway/points": "^1.0 || ^2.0"
  },
  "require-dev": { "railway/test-track": "dev-main" }
}`,
  });
  expect(facts.packages).toEqual([
    {
      purl: "pkg:composer/railway/signals",
      kind: "library",
      version: null,
      isPrivate: false,
      description: "Signals for small railways",
      deprecated: "abandoned: use railway/lamps",
      line: 2,
    },
  ]);
  expect(facts.dependencies).toEqual([
    { purl: "pkg:composer/railway/points", constraint: "^1.0 || ^2.0", scope: "runtime", line: 8 },
    {
      purl: "pkg:composer/railway/test-track",
      constraint: "dev-main",
      scope: "development",
      line: 10,
    },
  ]);
});

it("takes a project for private, a plugin for tooling, and refuses what is no text", () => {
  const read = (value: object) =>
    composerJson.read({ path: "composer.json", text: JSON.stringify(value) });
  expect(read({ name: "railway/shop", type: "project" }).packages?.[0]?.isPrivate).toBe(true);
  expect(read({ name: "railway/tool", type: "composer-plugin" }).packages?.[0]?.kind).toBe(
    "tooling",
  );
  expect(read({ require: { "a/b": 1 } }).problems?.[0]?.code).toBe("invalid");
  expect(read({ name: "noVendor" })).toEqual({});
});
