import { expect, it } from "vitest";
import { codeFiles } from "./project-files.ts";

/** Texts that this program wrote itself; those of strangers are parsed where their depth is bounded. */
const own: readonly string[] = [
  "src/kernel/json-text.ts",
  "src/kernel/tool-version.ts",
  "src/operations/reading/reader-pool.ts",
  "src/operations/sample-organisation.ts",
  "src/sources/events/line-shapes.ts",
  "src/store/files/assessments/assessment-files.ts",
  "src/store/files/assessments/section-text.ts",
  "src/store/files/section-format.ts",
  "src/store/postgres/declared/declared-rows.ts",
  "src/store/postgres/json-text.ts",
];

it("JSON of strangers is parsed by one function, which bounds its depth", () => {
  const found = codeFiles
    .filter(({ path, text }) => path.startsWith("src/") && text.includes("JSON.parse("))
    .map(({ path }) => path);
  expect(found.toSorted()).toEqual(own);
});
