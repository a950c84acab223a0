import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FileFacts } from "#evidence/facts.ts";
import { packageJson } from "#sources/manifests/npm/package-json.ts";

const read = (text: string, path = "package.json"): FileFacts => packageJson.read({ path, text });
const target = (specifier: string): string => {
  const text = JSON.stringify({ dependencies: { lens: specifier } });
  const found = read(text, "packages/dome/package.json").dependencies?.[0];
  return [found?.purl, found?.constraint, found?.localPath, found?.origin].join(" | ");
};

describe("package.json", () => {
  it("reads the package, its sections and their lines", () => {
    const facts = read(`{
  "name": "@observatory/dome",
  "version": "2.0.1",
  "description": "Opens and closes the dome",
  "exports": "./index.js",
  "workspaces": { "packages": ["packages/*"] },
  "dependencies": {
    "motor": "^1.0.0"
  },
  "devDependencies": { "lens": "3",
    "motor": "2" },
  "peerDependencies": {
    "lens": ">=2"
  },
  "optionalDependencies": { "heater": "*" }
}`);
    expect(facts.packages).toEqual([
      {
        purl: "pkg:npm/%40observatory/dome",
        kind: "library",
        version: "2.0.1",
        isPrivate: false,
        description: "Opens and closes the dome",
        line: 2,
      },
    ]);
    expect(facts.workspaces).toEqual(["packages/*"]);
    expect(facts.dependencies).toEqual([
      { purl: "pkg:npm/motor", constraint: "^1.0.0", scope: "runtime", line: 8 },
      { purl: "pkg:npm/heater", constraint: "*", scope: "runtime", line: 15 },
      { purl: "pkg:npm/lens", constraint: ">=2", scope: "runtime", line: 13, isPeer: true },
    ]);
  });

  it("takes a peer that may be left out and is installed to build with for what it builds with", () => {
    const facts = read(
      JSON.stringify({
        name: "dome",
        devDependencies: { mill: "4", lens: "3" },
        peerDependencies: { mill: ">=4", lens: ">=2", roof: "1" },
        peerDependenciesMeta: { mill: { optional: true }, roof: { optional: true } },
      }),
    );
    const scopes = facts.dependencies?.map(({ purl, scope }) => [purl, scope]);
    expect(scopes).toEqual([
      ["pkg:npm/lens", "runtime"],
      ["pkg:npm/roof", "runtime"],
      ["pkg:npm/mill", "development"],
    ]);
  });

  it("tells kinds, privacy and deprecation", () => {
    const one = (value: object): unknown => {
      const found = read(JSON.stringify({ version: "1.0.0", ...value })).packages?.[0];
      return [found?.kind, found?.isPrivate, found?.deprecated];
    };
    expect(one({ name: "dome", private: true })).toEqual(["library", true, undefined]);
    expect(one({ name: "dome", version: undefined })).toEqual(["library", true, undefined]);
    expect(one({ name: "@sky/ui" })).toEqual(["ui-components", false, undefined]);
    expect(one({ name: "eslint-config-sky" })).toEqual(["tooling", false, undefined]);
    expect(one({ name: "point", bin: "./point.js" })).toEqual(["tooling", false, undefined]);
    expect(one({ name: "dome", deprecated: "use roof" })).toEqual(["library", false, "use roof"]);
    const words = "No longer maintained, see roof";
    expect(one({ name: "dome", description: words })).toEqual(["library", false, words]);
  });

  it.each([
    ["", "pkg:npm/lens | * |  | "],
    ["workspace:^1", "pkg:npm/lens | ^1 | workspace: | "],
    ["workspace:../lens", "pkg:npm/lens | ../lens | packages/lens | "],
    ["file:../lens", "pkg:npm/lens |  | packages/lens | "],
    ["link:../../../lens", "pkg:npm/lens |  |  | file:../../../lens"],
    ["./vendored", "pkg:npm/lens |  | packages/dome/vendored | "],
    ["npm:@sky/lens@^2", "pkg:npm/%40sky/lens | ^2 |  | "],
    ["github:sky/lens#v1", "pkg:npm/lens | v1 |  | https://github.com/sky/lens"],
    ["sky/lens", "pkg:npm/lens |  |  | https://github.com/sky/lens"],
    ["sky/lens#semver:^1.2", "pkg:npm/lens | ^1.2 |  | https://github.com/sky/lens"],
    ["github:sky/all#v2&path:/lens", "pkg:npm/lens | v2 |  | https://github.com/sky/all"],
    [
      "https://git.sky.org/sky/all.git#workspace=%40sky%2Fglass&tag=v3",
      "pkg:npm/%40sky/glass | v3 |  | https://git.sky.org/sky/all",
    ],
    [
      "https://codeload.github.com/sky/lens/tar.gz/v4",
      "pkg:npm/lens | v4 |  | https://github.com/sky/lens",
    ],
    ["jsr:@sky/glass@^5", "pkg:jsr/%40sky/glass | ^5 |  | "],
    [
      "git+ssh://git@example.org/sky/lens.git#main",
      "pkg:npm/lens | main |  | https://example.org/sky/lens",
    ],
    ["git@example.org:sky/lens.git", "pkg:npm/lens |  |  | https://example.org/sky/lens"],
    ["https://npm.example/@sky/glass/-/glass-1.7.0.tgz", "pkg:npm/%40sky/glass | 1.7.0 |  | "],
    ["https://u:p@example.org/lens.tgz?t=1", "pkg:npm/lens |  |  | https://example.org/lens.tgz"],
    ["patch:lens@npm%3A^4#./lens.patch", "pkg:npm/lens | ^4 |  | "],
    ["catalog:sky", "pkg:npm/lens |  |  | "],
    ["workspace:@sky/lens@*", "pkg:npm/%40sky/lens | * | workspace: | "],
    ["workspace:lens2@^1", "pkg:npm/lens2 | ^1 | workspace: | "],
    [">=1 <2 || 3.x", "pkg:npm/lens | >=1 <2 || 3.x |  | "],
  ])("reads the specifier %j", (specifier, expected) => {
    expect(target(specifier)).toBe(expected);
  });

  it("keeps hostile keys and odd values from doing harm", () => {
    const facts = read(
      `{"__proto__": {"name": "evil"}, "constructor": 1, "dependencies": {"__proto__": "1", "a": 2, "b": "3", "": "1", "b": "4"}}`,
    );
    expect(facts.packages).toBeUndefined();
    expect(facts.dependencies?.map((d) => [d.purl, d.constraint])).toEqual([
      ["pkg:npm/__proto__", "1"],
      ["pkg:npm/b", "4"],
    ]);
    expect(facts.problems?.map((p) => p.code)).toEqual(["invalid", "invalid"]);
    expect({}).not.toHaveProperty("name");
  });

  it.each(["", "[]", "null", "7", "{", '{"dependencies": {"a": "1"', "<<<<<<< HEAD\n{}"])(
    "says that %j is no manifest",
    (text) => {
      expect(read(text)).toEqual({ problems: [expect.objectContaining({ code: "invalid" })] });
    },
  );

  it("reads comments and trailing commas, and says so", () => {
    const facts = read('\uFEFF{\r\n  // sky\r\n  "dependencies": { "a": "1", },\r\n}');
    expect(facts.dependencies).toEqual([
      { purl: "pkg:npm/a", constraint: "1", scope: "runtime", line: 3 },
    ]);
    expect(facts.problems).toHaveLength(1);
  });

  it("reads back what JSON.stringify writes", () => {
    const name = fc.stringMatching(/^(@[a-z]{1,5}\/)?[a-z][a-z0-9.-]{0,10}$/);
    const range = fc.stringMatching(/^[\^~]?\d\.\d\.\d$/);
    fc.assert(
      fc.property(
        fc.dictionary(name, range),
        fc.constantFrom(undefined, 2, "\t"),
        (entries, indent) => {
          const text = JSON.stringify({ devDependencies: entries }, null, indent);
          const dependencies = read(text).dependencies ?? [];
          expect(
            dependencies.map((d) => [decodeURIComponent(d.purl.slice(8)), d.constraint, d.scope]),
          ).toEqual(Object.entries(entries).map(([key, value]) => [key, value, "development"]));
          const lines = text.split("\n");
          for (const d of dependencies) {
            expect(lines[(d.line ?? 0) - 1]).toContain(`"${decodeURIComponent(d.purl.slice(8))}":`);
          }
        },
      ),
    );
  });
});

it("takes what replaces a package for a use, and mere versions of it for none", () => {
  const facts = packageJson.read({
    path: "package.json",
    text: JSON.stringify({
      dependencies: { lens: "^1" },
      overrides: { lens: "$lens", dome: "2.0.0", "roof>tile@^1": "npm:@sky/tile@3" },
      resolutions: { "**/mirror": "github:sky/mirror#v1" },
      pnpm: { overrides: { "tripod@<2": ">=2" } },
    }),
  });
  expect(facts.dependencies?.map((one) => [one.purl, one.constraint, one.origin])).toEqual([
    ["pkg:npm/lens", "^1", undefined],
    ["pkg:npm/%40sky/tile", "3", undefined],
    ["pkg:npm/mirror", "v1", "https://github.com/sky/mirror"],
  ]);
});
