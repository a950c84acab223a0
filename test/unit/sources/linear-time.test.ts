import { expect, it } from "vitest";
import { allSources } from "#sources/registry.ts";

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
  const start = performance.now();
  for (const source of allSources.files)
    if (source.detect(path) !== "none") source.read({ path, text });
  expect(performance.now() - start).toBeLessThan(5_000);
});
