import { describe, expect, it } from "vitest";
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

describe("composer.json of packages that stand for others", () => {
  const facts = (value: object) =>
    composerJson.read({ path: "composer.json", text: JSON.stringify(value) });

  it("can be asked for by what they replace and provide", () => {
    const [own] =
      facts({
        name: "rail/frame",
        replace: { "rail/track": "self.version", "rail/frame": "*", "ext-json": "*" },
        provide: { "psr/log-implementation": "1.0", "rail/contracts": "2.0" },
        conflict: { "rail/old": "<2" },
      }).packages ?? [];
    expect(own?.alsoKnownAs).toEqual(["pkg:composer/rail/track", "pkg:composer/rail/contracts"]);
  });

  it("take versions for what they mean", () => {
    const written = { a: "dev-main as 1.2.x-dev", b: "^2@dev", c: "dev-main#0ff1ce0", d: "@dev" };
    const require = Object.fromEntries(Object.entries(written).map(([k, v]) => [`rail/${k}`, v]));
    expect(facts({ require }).dependencies?.map((one) => one.constraint)).toEqual([
      "1.2.x-dev",
      "^2",
      "dev-main",
      "*",
    ]);
  });

  it("describe packages with where they are fetched from, and files whose requirements are theirs", () => {
    const source = { type: "git", url: "git@github.com:cinema/reel.git", reference: "main" };
    const found = facts({
      require: { "cinema/reel": "1.0", "cinema/seat": "2.0", "cinema/row": "3.0" },
      repositories: [
        { type: "package", package: { name: "cinema/reel", version: "1.0", source } },
        {
          type: "package",
          package: [
            {
              name: "cinema/seat",
              dist: { type: "zip", url: "https://github.com/cinema/seat/archive/v2.zip" },
            },
          ],
        },
      ],
      extra: { "merge-plugin": { include: ["composer.local.json", "../../../out.json"] } },
    });
    expect(found.dependencies?.map(({ purl, origin }) => [purl, origin])).toEqual([
      ["pkg:composer/cinema/reel", "https://github.com/cinema/reel"],
      ["pkg:composer/cinema/seat", "https://github.com/cinema/seat"],
      ["pkg:composer/cinema/row", undefined],
    ]);
    expect(found.includes).toEqual([{ path: "composer.local.json", reader: "php-composer-json" }]);
  });

  it("list folders of packages of the same repository", () => {
    const repositories = [
      { type: "path", url: "packages/*" },
      { type: "path", url: "../elsewhere" },
      { type: "vcs", url: "https://example.org/rail/track" },
      false,
    ];
    expect(facts({ repositories }).workspaces).toEqual(["packages/*"]);
  });
});
