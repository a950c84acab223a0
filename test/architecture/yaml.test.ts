import { expect, it } from "vitest";
import { codeFiles } from "./project-files.ts";

/** Both recurse while they parse: only these count levels before. */
const parsers: Readonly<Record<string, string>> = {
  "src/sources/yaml-library.ts": "yaml",
  "src/sources/locks/failsafe-yaml.ts": "js-yaml",
};
const imported = /import\s+\{([^}]*)\}\s+from\s+"(yaml|js-yaml)"/g;
const parsing = /\b(?:parse|parseDocument|parseAllDocuments|Composer|load|loadAll)\b/;

it("YAML is parsed in one place for each library, where its depth is bounded", () => {
  const found = codeFiles
    .filter(({ path }) => path.startsWith("src/"))
    .flatMap(({ path, text }) =>
      [...text.matchAll(imported)]
        .filter(([, names]) => parsing.test(names ?? ""))
        .map(([, , library]): [string, string] => [path, library ?? ""]),
    );
  expect(Object.fromEntries(found)).toEqual(parsers);
});
