import * as fc from "fast-check";
import { expect, it } from "vitest";
import { denoJson } from "#sources/manifests/npm/deno-json.ts";

const read = (value: object, path = "deno.json") =>
  denoJson.read({ path, text: JSON.stringify(value) });

it.each(["deno.json", "api/deno.jsonc", "jsr.json", "import_map.json"])("reads %s", (path) => {
  expect(denoJson.detect(path)).toBe("history");
});

it("reads imports of registries, modules and files of repositories", () => {
  const { dependencies } = read({
    imports: {
      lamp: "npm:@cinema/lamp@^2.1/bright",
      reel: "jsr:@cinema/reel@1",
      "reel/": "jsr:/@cinema/wheel@^3/",
      seat: "https://deno.land/x/seat@v1.4/mod.ts",
      foyer: "https://raw.githubusercontent.com/cinema/foyer/v2.0.1/mod.ts",
      popcorn: "https://esm.sh/popcorn@1.5.0",
      own: "./own.ts",
    },
    scopes: { "https://deno.land/x/": { old: "npm:curtain@1" } },
  });
  expect(dependencies?.map((one) => [one.purl, one.constraint, one.line])).toEqual([
    ["pkg:npm/%40cinema/lamp", "^2.1", 1],
    ["pkg:jsr/%40cinema/reel", "1", 1],
    ["pkg:jsr/%40cinema/wheel", "^3", 1],
    ["pkg:deno/seat", "v1.4", 1],
    ["pkg:github/cinema/foyer", "v2.0.1", 1],
    ["pkg:npm/popcorn", "1.5.0", 1],
    ["pkg:npm/curtain", "1", null],
  ]);
});

it("offers what has exports, and lists its members", () => {
  const facts = read({
    name: "@cinema/reel",
    version: "1.2.0",
    exports: "./mod.ts",
    workspace: ["./lamp", "seat"],
  });
  expect(facts.packages).toEqual([
    {
      purl: "pkg:jsr/%40cinema/reel",
      kind: "library",
      version: "1.2.0",
      isPrivate: false,
      line: 1,
    },
  ]);
  expect(facts.workspaces).toEqual(["lamp", "seat"]);
  expect(read({ name: "@cinema/site", imports: {} }).packages).toBeUndefined();
});

it("answers anything without throwing", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), (value, text) => {
      denoJson.read({
        path: "deno.json",
        text: JSON.stringify({ imports: value, workspace: value }),
      });
      denoJson.read({ path: "deno.json", text });
    }),
  );
});
