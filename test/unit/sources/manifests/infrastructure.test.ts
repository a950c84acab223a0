import * as fc from "fast-check";
import { expect, it } from "vitest";
import { infrastructureManifestSources } from "#sources/manifests/infrastructure.ts";

const paths = [
  "pom.xml",
  "shop/build.gradle.kts",
  "settings.gradle",
  "gradle/libs.versions.toml",
  "build.sbt",
  "project/Dependencies.scala",
  "Oven.csproj",
  "Directory.Packages.props",
  "packages.config",
  "Dockerfile",
  "compose.yaml",
  ".github/workflows/bake.yml",
  "actions/knead/action.yml",
  ".gitlab-ci.yml",
  "templates/knead.yml",
  "charts/oven/Chart.yaml",
  "infra/modules/oven/variables.tf",
  "overlays/kustomization.yaml",
  ".gitmodules",
] as const;

/** Pieces that parsers of these formats stumble over. */
const shards = [
  "<project>",
  "</project>",
  "<dependency>",
  "<![CDATA[",
  "<!--",
  "<!DOCTYPE a [<!ENTITY a 'b'>]>",
  "&a;",
  "&amp;",
  'module "a" {\n',
  'source = "./b"\n',
  "}",
  "{",
  "[",
  "]",
  "(",
  "<<EOF\n",
  "EOF\n",
  '"',
  "'",
  "${",
  "}}",
  "${{ env.A }}",
  "jobs:\n",
  "  bake:\n",
  "    uses: ./x\n",
  "    steps:\n",
  "      - uses: a/b@v1\n",
  "- ",
  "*a",
  "&a ",
  "<<: *a\n",
  "on: workflow_call\n",
  "FROM $A AS b\n",
  "ARG A=$A\n",
  "COPY --from=x a b\n",
  "RUN <<X\n",
  "\\\n",
  "# escape=`\n",
  "include:\n",
  "spec:\n---\n",
  "implementation 'a:b:$c'\n",
  'libraryDependencies += "a" %% "b" % c\n',
  "[libraries]\n",
  'a = { module = "b:c" }\n',
  '[submodule "a"]\n',
  "url = ../b\n",
  "__proto__",
  "constructor:\n",
  "\t",
  "\r\n",
  "\n",
  "\u0000",
  "\uFEFF",
  "\uD800",
  "é",
  "/*",
  "//",
  "#",
  ":",
  ",",
  "=",
  "@",
  "/",
  ".",
];
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc
    .array(fc.oneof(fc.constantFrom(...shards), fc.string({ maxLength: 5 })), { maxLength: 60 })
    .map((parts) => parts.join("")),
);

it.each(paths)("%s: reads any text without throwing, with lines inside the file", (path) => {
  const source = infrastructureManifestSources.find((one) => one.detect(path) === "history");
  expect(source).toBeDefined();
  fc.assert(
    fc.property(text, (content) => {
      const facts = source?.read({ path, text: content }) ?? {};
      const linesCount = content.split("\n").length;
      for (const { line } of [
        ...(facts.packages ?? []),
        ...(facts.dependencies ?? []),
        ...(facts.problems ?? []),
      ]) {
        if (line === null || line === undefined) continue;
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(linesCount);
      }
      for (const { purl } of [
        ...(facts.packages ?? []),
        ...(facts.dependencies ?? []),
        ...(facts.locked ?? []),
      ])
        expect(purl).toMatch(/^pkg:[a-z]+\/./);
    }),
    { numRuns: 300 },
  );
});

it("gives every path to one source at most, and leaves vendored copies alone", () => {
  for (const path of paths) {
    expect(
      infrastructureManifestSources.filter((one) => one.detect(path) === "history"),
    ).toHaveLength(1);
    expect(
      infrastructureManifestSources.filter(
        (one) => one.detect(`node_modules/x/${path}`) !== "none",
      ),
    ).toEqual([]);
  }
  for (const path of [
    "README.md",
    "src/oven.ts",
    "Dockerfile.md",
    "values.yaml",
    "a/.github/workflows/x.yml",
  ])
    expect(infrastructureManifestSources.filter((one) => one.detect(path) !== "none")).toEqual([]);
});

it("has a name of its own for every source", () => {
  const ids = infrastructureManifestSources.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it.each([
  [".github/workflows/x.yml", "jobs:\n", "  a: { steps: [{ uses: a/b@v1 }] }\n"],
  [".github/workflows/x.yml", "a: &a [x]\n", "b: [*a, *a]\n"],
  ["main.tf", "", 'module "a" {\n source = "${'],
  ["main.tf", 'module "a" { a = ', "["],
  ["Dockerfile", "", "ARG A=$A$A$A\nFROM ${A:-${A}}\n"],
  ["pom.xml", "<project>", "<dependency><groupId>${a}</groupId></dependency>"],
  ["build.gradle", "", "implementation 'a:b:${c}' /* \" */\n"],
  ["build.sbt", "", '"a" %% "b" % "c" % '],
  ["Dockerfile", "FROM ${A:-", "$aaaa"],
  ["build.gradle", "", `api${" ".repeat(1_900)}\r"a:b:c"\n`],
  [".gitlab-ci.yml", "variables: { A: $A$A }\n", "job: { image: $A }\n"],
])("%s: a long hostile text costs time in proportion", (path, head, unit) => {
  const source = infrastructureManifestSources.find((one) => one.detect(path) === "history");
  const time = (repeats: number): number => {
    const start = performance.now();
    source?.read({ path, text: head + unit.repeat(repeats) });
    return performance.now() - start;
  };
  time(500);
  expect(time(10_000)).toBeLessThan(8_000);
});
