import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FileFacts } from "#evidence/facts.ts";
import { code } from "#sources/code/code-source.ts";
import { lineNumbers } from "#evidence/line-numbers.ts";
import { headSources } from "#sources/registry-head.ts";
import { allSources } from "#sources/registry.ts";

it("has distinct ids in kebab-case", () => {
  const { files, trees } = allSources;
  const ids = [...files, ...trees].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z]+(?:-[a-z0-9]+)*$/);
});

/** One path that each source reads, so that every reader meets every hostile text. */
const paths = (
  "CODEOWNERS .gitlab/CODEOWNERS catalog-info.yaml compass.yml README.md docs/a.rst docs/a.adoc app/a.rb lib/a.rb src/index.ts a.py a.go " +
  "A.java a.html.erb config/a.yml main.tf compose.yml .env values.yaml pacts/a.json openapi.yaml openapi.json a.proto a.graphql Gemfile " +
  "package.json requirements.txt pom.xml go.mod config/routes.rb urls.py routes/web.php .github/workflows/a.yml spec/a_spec.rb slo/a.yaml manifest.json docs/decisions/0001-a.md opslevel.yml cortex.yaml service.datadog.yaml port.yml repos.json teams.csv " +
  "build.gradle.kts build.sbt project/Common.scala Till.csproj till.nuspec AndroidManifest.xml pubspec.yaml Package.swift conf/routes Jenkinsfile A.scala A.kt A.cs A.swift " +
  "Dockerfile .goreleaser.yml deploy/ingress.yaml Makefile setup.py composer.json CMakeLists.txt mix.exs a.gemspec a.php a.rs a.ex"
).split(" ");

function readAll(path: string, text: string): readonly FileFacts[] {
  return headSources
    .filter((source) => source.detect(path) !== "none")
    .map((source) => source.read({ path, text }));
}

it("every source reads one of the paths", () => {
  for (const source of headSources)
    expect(paths.some((path) => source.detect(path) !== "none")).toBe(true);
});

const piece = fc.constantFrom(
  ...'://|https://order-store.a.b|_URL|ENV["|ORDER_STORE_URL|Services.|Client(|::|FooApi::Bar.new|find("a-b")|import {|} from "x"|require(\'|from . import (|package a|import ("g.co/a")|module A|class |def |# |```|====|[x](y)|---|- |{|}|[|]|"|\'|`|&a |*a|: |\n|\n  |\t|é|\u2028|\ud800|<!--|@|\\|/*|type Query {|rpc A|service B'.split(
    "|",
  ),
);

describe("hostile texts", () => {
  it("never throw, keep their lines in the file and their lists bounded", () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.array(piece, { maxLength: 60 }), (path, pieces) => {
        const text = pieces.join("");
        const linesCount = text.split("\n").length;
        for (const facts of readAll(path, text)) {
          for (const { line, text: seen } of facts.services ?? []) {
            expect(line).toBeGreaterThan(0);
            expect(line).toBeLessThanOrEqual(linesCount);
            expect(seen.length).toBeLessThanOrEqual(160);
          }
          for (const { line = 1 } of facts.problems ?? [])
            expect(line).toBeLessThanOrEqual(linesCount);
          expect((facts.symbolUses ?? []).length).toBeLessThanOrEqual(300);
        }
      }),
      { numRuns: 1_500 },
    );
  });

  it.each([
    ["one letter", "a"],
    ["capitals", "A"],
    ["underscores", "_URL"],
    ["colons", "A::"],
    ["schemes", "https://a."],
    ["clients", "Client("],
    ["namespaces", "FooApi::Bar"],
    ["lookups", "Find.find('a"],
    ["imports", "import {a} from "],
    ["quoted imports", "from 'x' "],
    ["brackets", "[](("],
    ["angles", "<`"],
    ["blanks", " "],
    ["line ends", "\n"],
    ["indents", "\n    "],
    ["exports", "export {"],
    ["routes", "app.get('/"],
    ["quotes", '"'],
    ["quoted keys", '"a":"b",'],
    ["anchors", "&a "],
    ["mails", "a@b."],
    ["equal signs", "=\n"],
  ])("of %s cost no more than their length", (_, unit) => {
    const cost = (length: number): number => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      // Processor time, so that a busy machine does not count; in milliseconds.
      const before = process.cpuUsage();
      for (const path of paths) readAll(path, text);
      return process.cpuUsage(before).user / 1_000;
    };
    const short = 4_000;
    cost(short);
    // Linear gives about 8 and quadratic 64; the constant forgives a collection of garbage.
    expect(cost(8 * short)).toBeLessThan(24 * cost(short) + 800);
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
