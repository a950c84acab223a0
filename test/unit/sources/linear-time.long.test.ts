import { expect, it } from "vitest";
import type { FileSource } from "#evidence/source.ts";
import { deliveryManifestSources } from "#sources/manifests/delivery.ts";
import { infrastructureManifestSources } from "#sources/manifests/infrastructure.ts";
import { packageManifestSources } from "#sources/manifests/packages.ts";
import { codeowners } from "#sources/ownership/codeowners.ts";
import { allSources } from "#sources/registry.ts";
import { frontTree } from "#sources/surface/front-tree.ts";
import { publishingCommands } from "#sources/surface/publishing-commands.ts";
import { processorMilliseconds } from "#fixtures/growth.ts";

const packages = [...packageManifestSources];
const infrastructure = [...infrastructureManifestSources, ...deliveryManifestSources];

/** Milliseconds of processor time, so that a busy machine does not count. */
function timeToRead(sources: readonly FileSource[], path: string, text: string): number {
  const source = sources.find((one) => one.detect(path) !== "none");
  if (source === undefined) throw new Error(`No source reads ${path}`);
  const start = process.cpuUsage();
  source.read({ path, text });
  return process.cpuUsage(start).user / 1_000;
}

const many = 300_000;
const row = (text: string): string => text.repeat(many);

/** Each took the square of its length: minutes for a file of this size, where linear reading takes milliseconds. */
it.each([
  ["build.gradle", `${row("\n")}x`],
  ["build.gradle", '"${<%'.repeat(60_000)],
  ["Gemfile", "{b=".repeat(60_000)],
  ["api/schema.graphql", `type Query {\n${row("#")}\rx\n}`],
  ["Chart.yaml", `name: a\ndependencies:\n  - name: b\n    repository: "${row("/")}x"\n`],
  ["package.json", `{ "name": "a", "dependencies": { "b": "git+https://h/${row("/")}x" } }`],
  [
    ".github/workflows/a.yml",
    `on: push\njobs:\n  a:\n    steps:\n      - uses: actions/checkout@v4\n        with:\n          repository: a/b\n          path: "${row("/")}x"\n`,
  ],
  // A line break that `.` does not take, and marks of comments before it.
  ["paket.references", `${"// rail ".repeat(60_000)}\r\n`],
  ["paket.dependencies", `nuget rail 1.0 ${"# ".repeat(60_000)}\u2028\n`],
  ["bakery.cabal", `name: oven ${" --".repeat(60_000)}\r\n`],
  [".tool-versions", `nodejs 20 ${" #".repeat(60_000)}\r \n`],
  ["setup.cfg", `[metadata]\nname = oven ${" # ".repeat(60_000)}\u2028\n`],
  ["build.sbt", `lazy val till = project +${row("\n")}.settings()`],
  ["build.sbt", "x F<%r ".repeat(60_000)],
  ["docker-bake.hcl", `a = ${"<<A".repeat(60_000)}`],
  ["docker-bake.hcl", `a = ${"/**/".repeat(200_000)}1`],
  ["Makefile", `include erlang.mk\nDEPS = ${"a \\\n".repeat(60_000)}`],
  ["Makefile", `${"include ".repeat(60_000)}\n${row("\n ")}`],
  ["package.yaml", `library:\n  dependencies:\n${"    - rail {{{\n".repeat(20_000)}`],
  ["bower.json", `{ "dependencies": { "b": "git+https://h/${row("/")}x" } }`],
  ["ivy.xml", `<ivy-module>${'<dependency conf="a,b->c"/>'.repeat(60_000)}</ivy-module>`],
  ["Tuist/Dependencies.swift", `import ProjectDescription ${".remote(url:".repeat(30_000)}`],
  // Each line in more than one way: 200 bytes took for ever.
  ["pubspec.yaml", `name: oven\nflutter:\n${"\t\t\t\t\t\n".repeat(59)}n`],
  ["pubspec.yaml", `name: oven\nflutter:\n${"    #\n".repeat(59)}n`],
  // Many records of one file, each of which has a line.
  ["renovate.json", `{ "extends": [\n${'"github>cinema/presets",\n'.repeat(60_000)}] }`],
  ["pyproject.toml", 'python = "3.9"\n'.repeat(65_000)],
  ["setup.cfg", "python_requires = 3\n".repeat(50_000)],
  [
    "argocd/till.yaml",
    `# ${"rail ".repeat(400)}\napiVersion: argoproj.io/v1alpha1\nspec: {source: {repoURL: x}}\n---\n`.repeat(
      3_000,
    ),
  ],
  // Strings that do not end, to the guard before every parser of YAML.
  [".config/dotnet-tools.json", `till: ${"n''g".repeat(120_000)}`],
  [".config/dotnet-tools.json", `till: ${'\\"'.repeat(240_000)}`],
])("reads a long row in %s in linear time", (path, text) => {
  const start = processorMilliseconds();
  for (const source of allSources.files)
    if (source.detect(path) !== "none") source.read({ path, text });
  expect(processorMilliseconds() - start).toBeLessThan(10_000);
});

it.each([
  ["Gemfile", "/\\/"],
  ["Gemfile", 'gem "a" do\n'],
  ["Gemfile", "<<A <<B\n"],
  ["Gemfile", '"#{'],
  ["Gemfile", "gem a[{("],
  ["rail.gemspec", "%w( "],
  ["package.json", '{"dependencies":{"\\u0061'],
  ["package.json", "["],
  ["package.json", '{"a":'],
  ["requirements.txt", "a [ "],
  ["setup.py", "a=[(\n"],
  ["setup.py", "setup((("],
  ["pyproject.toml", 'a=["'],
  ["Cargo.toml", "a = "],
  ["go.mod", "tool a/"],
  ["setup.cfg", "a # ; "],
  ["pnpm-workspace.yaml", "[{"],
  ["requirements.txt", "-c "],
  ["requirements.txt", "git+https://a/"],
  ["setup.py", "open('a/"],
  ["setup.py", "'a', "],
  ["Package.swift", ".package("],
  ["Package.swift", '"'],
  ["Package.swift", "/*"],
  ["Package.swift", 'Package(name: "'],
  ["App.xcodeproj/project.pbxproj", "isa = XCRemoteSwiftPackageReference;\n"],
  ["Podfile", "pod 'a', "],
  ["mix.exs", "{:a, "],
  ["mix.exs", '"\\'],
  ["rebar.config", "{deps, ["],
  ["rebar.config", "{deps, [{a, "],
  ["rail.cabal", "build-depends: a\n  , "],
  ["rail.cabal", "a{"],
  ["MODULE.bazel", "bazel_dep(\n"],
  ["renovate.json", "'github>a/"],
  ["renovate.json", "'github>a/b//c:d#"],
  ["tox.ini", "[testenv]\ndeps = a\n "],
])("%s: reads a megabyte of %j in linear time", (path, pattern) => {
  const text = pattern.repeat(Math.ceil(1_000_000 / pattern.length));
  expect(timeToRead(packages, path, text)).toBeLessThan(8_000);
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
  ["Jenkinsfile", "", "@Library('a' library('b' image: docker.build(\n"],
  ["Jenkinsfile", "library identifier: 'a@", "retriever: remote: "],
  ["Puppetfile", "mod 'a',\n", ":git => 'b',\n"],
  ["Makefile", "docker", "A := $(A)$(A)\n\tdocker push $(A)\n"],
  ["docker-bake.hcl", 'target "a" { tags = [', '"a/${b}", '],
  ["helmfile.yaml", "releases:\n", "- chart: {{ a }}{{ b\n"],
  ["default.xml", "<manifest><project", "<!-- <project name='a' "],
  ["config/jenkins.yaml", "globalLibraries:\n", "  - name: a\n"],
  ["main.tofu", "locals {\n", '  a = "${local.a}${local.a}"\n'],
])("%s: a long hostile text costs time in proportion", (path, head, unit) => {
  timeToRead(infrastructure, path, head + unit.repeat(500));
  expect(timeToRead(infrastructure, path, head + unit.repeat(10_000))).toBeLessThan(16_000);
});

it.each(["{", '("', "${", "a.", "'''", "include(", "val x = {", '"a" % '])(
  "takes time in proportion to the length of hostile scripts: %j",
  (piece) => {
    const text = piece.repeat(40_000);
    for (const path of ["build.gradle", "build.sbt"])
      expect(timeToRead(infrastructure, path, text)).toBeLessThan(4_000);
  },
);

const numbered = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join("");

/** What stands around many was given to each of them, or each was held against each: minutes for files of these sizes. */
it.each([
  [
    "owners of a section",
    "CODEOWNERS",
    (count: number) =>
      `[Ovens] ${numbered(count, (at) => `@team-${at} `)}\n${numbered(count, (at) => `/oven-${at}\n`)}`,
    16_000,
  ],
  [
    "checkouts of a job",
    ".github/workflows/rail.yml",
    (count: number) =>
      `jobs:\n  a:\n    steps:\n${numbered(count, (at) => `    - { uses: actions/checkout@v4, with: { repository: a/b${at}, path: p${at} } }\n    - { run: make test }\n`)}`,
    6_000,
  ],
  [
    "keys of a matrix",
    ".github/workflows/rail.yml",
    (count: number) =>
      `jobs:\n  a:\n    strategy:\n      matrix:\n${numbered(count, (at) => `        k${at}: [a, b, c, d, e, f, g, h]\n`)}    steps: []\n`,
    1_500,
  ],
  [
    "settings around steps of a matrix",
    ".github/workflows/rail.yml",
    (count: number) =>
      `env:\n${numbered(count, (at) => `  E${at}: v\n`)}jobs:\n  a:\n    strategy: { matrix: { a: [1, 2, 3, 4, 5, 6, 7, 8], b: [1, 2, 3, 4, 5, 6, 7, 8] } }\n    steps:\n${numbered(count, () => "    - { run: make, env: { A: b } }\n")}`,
    4_000,
  ],
  [
    "settings around jobs",
    ".github/workflows/rail.yml",
    (count: number) =>
      `env:\n${numbered(count, (at) => `  E${at}: v\n`)}jobs:\n${numbered(count, (at) => `  j${at}: { steps: [{ run: make }] }\n`)}`,
    12_000,
  ],
  [
    "a long value that is put in many times",
    ".github/workflows/rail.yml",
    (count: number) =>
      `env:\n  A: ${"x".repeat(60 * count)}\njobs:\n  a:\n    container: b\n    services:\n${numbered(count, (at) => `      s${at}: "${"${{ env.A }}".repeat(20)}"\n`)}`,
    3_000,
  ],
  [
    "variables around jobs",
    ".gitlab-ci.yml",
    (count: number) =>
      `variables:\n${numbered(count, (at) => `  E${at}: v\n`)}${numbered(count, (at) => `j${at}: { script: [make], variables: { A: b } }\n`)}`,
    10_000,
  ],
  [
    "a long default that is put in many times",
    ".gitlab-ci.yml",
    (count: number) =>
      `spec:\n  inputs:\n    a: { default: ${"x".repeat(60 * count)} }\n---\n${numbered(count, (at) => `j${at}: { image: "${"$[[ inputs.a ]]".repeat(20)}" }\n`)}`,
    3_000,
  ],
  [
    "groups of gems in each other",
    "Gemfile",
    (count: number) =>
      `${numbered(count, (at) => `group :g${at} do\n`)}${"gem 'rail'\n".repeat(count)}${"end\n".repeat(count)}`,
    12_000,
  ],
])("%s cost no more than their number", (_what, path, textOf, count) => {
  const text = textOf(count);
  const start = processorMilliseconds();
  for (const source of [...packages, ...infrastructure, codeowners])
    if (source.detect(path) !== "none") source.read({ path, text });
  expect(processorMilliseconds() - start).toBeLessThan(6_000);
});

it("commands that push: a file of nothing but commands takes time by its length", () => {
  const path = ".github/workflows/release.yml";
  for (const unit of ["mvn ", "gradle x ", "sbt ", "NuGetCommand@2 ", "\\\n", "mill "]) {
    const text = `deploy ${unit.repeat(30_000)}`;
    expect(timeToRead([publishingCommands], path, text)).toBeLessThan(2_000);
  }
});

it("the tree of front ends takes time with the length of paths only", () => {
  const paths = [
    "index.html",
    ...Array.from({ length: 3_000 }, (_, index) => `${"pages/".repeat(150)}${String(index)}.tsx`),
  ];
  const before = processorMilliseconds();
  frontTree.readTree(paths);
  expect(processorMilliseconds() - before).toBeLessThan(6_000);
});
