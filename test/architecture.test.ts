import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  judgeImport,
  judgePackage,
  layerOf,
  readImportTable,
} from "./architecture/import-rules.ts";
import { findCycle, findImports, type FoundImport } from "./architecture/imports.ts";
import { codeFiles, projectRoot } from "./architecture/project-files.ts";

const table = readImportTable(readFileSync(join(projectRoot, "ARCHITECTURE.md"), "utf8"));
const paths = new Set(codeFiles.map(({ path }) => path));
const imports = codeFiles.flatMap(findImports);
const say = ({ from, specifier }: FoundImport, wrong: string): string =>
  `${from} imports ${specifier}: ${wrong}`;

describe("the import table of ARCHITECTURE.md", () => {
  it("names every layer there is", () => {
    const layers = new Set(codeFiles.flatMap(({ path }) => layerOf(path) ?? []));
    expect([...layers].filter((layer) => !table.has(layer))).toEqual([]);
    expect([...table.keys()]).toEqual(expect.arrayContaining(["kernel", "main", "web"]));
  });

  it("is kept by every import", () => {
    const wrong = imports.flatMap((found) => {
      const what = judgeImport(found, table);
      return what === null ? [] : [say(found, what)];
    });
    expect(wrong).toEqual([]);
  });

  it("reserves processes, databases and files to their places", () => {
    const wrong = imports.flatMap((found) => {
      const what = judgePackage(found);
      return what === null ? [] : [say(found, what)];
    });
    expect(wrong).toEqual([]);
  });

  it("leads to files that exist", () => {
    const lost = imports.filter(
      ({ from, target }) =>
        !from.startsWith("test/") &&
        target?.match(/(?<!\.generated)\.tsx?$/) != null &&
        !paths.has(target),
    );
    expect(lost.map((found) => say(found, "there is no such file"))).toEqual([]);
  });
});

describe("files", () => {
  it("import each other in no circle, nor types, nor what is loaded later", () => {
    const edges = new Map<string, string[]>(codeFiles.map(({ path }) => [path, []]));
    for (const { from, target, kind } of imports) {
      if (kind !== "worker" && target !== null) edges.get(from)?.push(target);
    }
    expect(findCycle(edges)).toBeNull();
  });

  it("leave the vocabulary without imports: the screens take it as it stands", () => {
    expect(imports.filter(({ from }) => from.startsWith("src/vocabulary/"))).toEqual([]);
  });
});

describe("the rules themselves", () => {
  const judge = (from: string, specifier: string, text: string): string | null => {
    const [found] = findImports({ path: from, text: `${text}\n` });
    if (found === undefined) throw new Error(`no import was found in ${text}`);
    expect(found.specifier).toBe(specifier);
    return judgeImport(found, table) ?? judgePackage(found);
  };

  it.each([
    ["src/model/a.ts", "#insight/b.ts", 'import { b } from "#insight/b.ts";'],
    ["src/model/a.ts", "#insight/b.ts", 'import type { B } from "#insight/b.ts";'],
    ["src/model/a.ts", "#insight/b.ts", 'export * from "#insight/b.ts";'],
    ["src/model/a.ts", "#insight/b.ts", 'export type { B } from "#insight/b.ts";'],
    ["src/model/a.ts", "#insight/b.ts", 'import {\n  b,\n} from "#insight/b.ts";'],
    ["src/model/a.ts", "#insight/b.ts", 'const b = await import("#insight/b.ts");'],
    [
      "src/model/a.ts",
      "../insight/w.js",
      'new Worker(new URL("../insight/w.js", import.meta.url));',
    ],
    ["src/model/a.ts", "#model/b.ts", 'import { b } from "#model/b.ts";'],
    ["src/model/a.ts", "../kernel/b.ts", 'import { b } from "../kernel/b.ts";'],
    ["src/sources/x/y/a.ts", "../../b.ts", 'import { b } from "../../b.ts";'],
    ["src/operations/a.ts", "#store/b.ts", 'import { b } from "#store/b.ts";'],
    ["src/ports/a.ts", "#store/b.ts", 'import type { B } from "#store/b.ts";'],
    ["src/surfaces/a.ts", "#store/b.ts", 'import type { B } from "#store/b.ts";'],
    ["src/surfaces/a.ts", "#model/b.ts", 'import type { B } from "#model/b.ts";'],
    ["web/src/a.tsx", "#sections/report.ts", 'import { report } from "#sections/report.ts";'],
    ["web/src/a.tsx", "#sections/a/present.ts", 'import type { A } from "#sections/a/present.ts";'],
    ["src/sections/a/schema.ts", "#model/b.ts", 'import type { B } from "#model/b.ts";'],
    ["web/src/a.tsx", "#kernel/ids.ts", 'import type { Id } from "#kernel/ids.ts";'],
    ["web/src/a.tsx", "node:fs", 'import { readFileSync } from "node:fs";'],
    ["src/operations/a.ts", "node:child_process", 'import { spawn } from "node:child_process";'],
    ["src/insight/a.ts", "node:fs", 'import { readFileSync } from "node:fs";'],
    [
      "src/surfaces/cli/commands/a.ts",
      "@modelcontextprotocol/sdk/types.js",
      'import type { Tool } from "@modelcontextprotocol/sdk/types.js";',
    ],
    ["src/operations/a.ts", "@electric-sql/pglite", 'await import("@electric-sql/pglite");'],
  ])("refuse in %s: %s", (from, specifier, text) => {
    expect(judge(from, specifier, text)).not.toBeNull();
  });

  it.each([
    ["src/insight/a.ts", "#model/b.ts", 'import { b } from "#model/b.ts";'],
    ["src/insight/a/b/c.ts", "#insight/d.ts", 'import { d } from "#insight/d.ts";'],
    ["src/main.ts", "./store/b.ts", 'import { b } from "./store/b.ts";'],
    ["web/src/a.tsx", "#sections/report.ts", 'import type { R } from "#sections/report.ts";'],
    ["web/src/a.tsx", "#vocabulary/evidence.ts", 'import { hows } from "#vocabulary/evidence.ts";'],
    [
      "src/sources/git/starting/program.ts",
      "node:child_process",
      'import { spawn } from "node:child_process";',
    ],
  ])("allow in %s: %s", (from, specifier, text) => {
    expect(judge(from, specifier, text)).toBeNull();
  });

  it("find a circle of three", () => {
    const edges = new Map([
      ["a", ["b"]],
      ["b", ["c"]],
      ["c", ["b"]],
    ]);
    expect(findCycle(edges)).toEqual(["b", "c", "b"]);
  });
});
