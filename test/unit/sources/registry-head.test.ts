import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { code } from "#sources/code/code-source.ts";
import { lineNumbers } from "#evidence/line-numbers.ts";
import { headSources } from "#sources/registry-head.ts";
import { allSources } from "#sources/registry.ts";
import { headPaths, readAtHead } from "./head-paths.ts";

it("has distinct ids in kebab-case", () => {
  const { files, trees } = allSources;
  const ids = [...files, ...trees].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z]+(?:-[a-z0-9]+)*$/);
});

it("every source reads one of the paths", () => {
  for (const source of headSources)
    expect(headPaths.some((path) => source.detect(path) !== "none")).toBe(true);
});

const piece = fc.constantFrom(
  ...'://|https://order-store.a.b|_URL|ENV["|ORDER_STORE_URL|Services.|Client(|::|FooApi::Bar.new|find("a-b")|import {|} from "x"|require(\'|from . import (|package a|import ("g.co/a")|module A|class |def |# |```|====|[x](y)|---|- |{|}|[|]|"|\'|`|&a |*a|: |\n|\n  |\t|é|\u2028|\ud800|<!--|@|\\|/*|type Query {|rpc A|service B'.split(
    "|",
  ),
);

describe("hostile texts", () => {
  it("never throw, keep their lines in the file and their lists bounded", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...headPaths),
        fc.array(piece, { maxLength: 60 }),
        (path, pieces) => {
          const text = pieces.join("");
          const linesCount = text.split("\n").length;
          for (const facts of readAtHead(path, text)) {
            for (const { line, text: seen } of facts.services ?? []) {
              expect(line).toBeGreaterThan(0);
              expect(line).toBeLessThanOrEqual(linesCount);
              expect(seen.length).toBeLessThanOrEqual(160);
            }
            for (const { line = 1 } of facts.problems ?? [])
              expect(line).toBeLessThanOrEqual(linesCount);
            expect((facts.symbolUses ?? []).length).toBeLessThanOrEqual(300);
          }
        },
      ),
      { numRuns: 1_500 },
    );
  });
});

describe("the code source", () => {
  it("reads a file once for services, names and routes", () => {
    const text =
      "module Till\n  class Desk\n    def a = Services.order_store\n    def b = Railway::Bell.ring\n  end\nend\n";
    expect(code.read({ path: "lib/till.rb", text })).toEqual({
      services: [
        {
          name: "order-store",
          how: "client-method",
          confidence: "high",
          text: "Services.order_store",
          line: 3,
          scope: "runtime",
        },
      ],
      exports: { unit: "names", names: ["Till", "Till::Desk"] },
      symbolUses: [
        { name: "Services", purl: null },
        { name: "Railway::Bell", purl: null },
      ],
    });
  });

  it("leaves to others what others read, and what nobody wrote", () => {
    for (const path of ["app/a.rb", "views/a.erb", "config/a.yml", "main.tf", "Rakefile"])
      expect(code.detect(path)).toBe("head");
    for (const path of [
      "src/main/resources/application.yml",
      "conf/application.conf",
      "appsettings.json",
      "charts/till/templates/deployment.yaml",
      "k8s/overlays/prod/till.yaml",
    ])
      expect(code.detect(path)).toBe("head");
    for (const path of ["charts/till/values.yaml", "charts/till/Chart.yaml", "docs/openapi.yaml"])
      expect(code.detect(path)).toBe("none");
    for (const path of ["a.proto", "a.yml", "README.md", "Dockerfile", "vendor/a.rb", "a.min.js"])
      expect(code.detect(path)).toBe("none");
  });
});

it("numbers lines in any order", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", "\n") }),
      fc.array(fc.nat(30)),
      (text, offsets) => {
        const lineAt = lineNumbers(text);
        for (const offset of offsets) {
          if (offset > text.length) continue;
          expect(lineAt(offset)).toBe(text.slice(0, offset).split("\n").length);
        }
      },
    ),
  );
});
