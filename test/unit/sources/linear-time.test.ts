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
])("reads a long row in %s in linear time", (path, text) => {
  const start = performance.now();
  for (const source of allSources.files)
    if (source.detect(path) !== "none") source.read({ path, text });
  expect(performance.now() - start).toBeLessThan(5_000);
});
