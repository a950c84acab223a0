import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { repository } from "#fixtures/repository-builder.ts";
import {
  fileBeingRead,
  watchBytes,
  watched,
  watchFiles,
  watchOn,
} from "#sources/repository/file-watch.ts";
import { foundAt, readFound } from "../read-found.ts";

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "fulcrum-watch-"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

it("names the file that is being read, anew for each version, and none in between", () => {
  const shared = new SharedArrayBuffer(watchBytes);
  watchFiles(watchOn(shared));
  try {
    const first = watched("ovens/größe.yaml", () => fileBeingRead(shared));
    expect(first?.path).toBe("ovens/größe.yaml");
    expect(fileBeingRead(shared)).toBeNull();
    const second = watched("ovens/größe.yaml", () => fileBeingRead(shared));
    expect(second?.turn).not.toBe(first?.turn);
    expect(() =>
      watched("flour.json", () => {
        throw new Error("mouldy");
      }),
    ).toThrow("mouldy");
    expect(fileBeingRead(shared)).toBeNull();
    expect(watched("x".repeat(10_000), () => fileBeingRead(shared))?.path).toHaveLength(4096);
  } finally {
    watchFiles(null);
  }
});

it("every reader of a file is seen at it", async () => {
  const { path } = repository("bakery", { layout: "bare" })
    .commit({
      at: "2024-03-01",
      author: "Ada Oven <ada@bakery.example>",
      message: "Open",
      files: {
        "package.json": '{"name": "till", "dependencies": {"flour": "1.0.0"}}\n',
        "package-lock.json": '{"lockfileVersion": 3, "packages": {}}\n',
        CODEOWNERS: "* @bakers\n",
        "src/till.js": "export const price = 3;\n",
        "environments/production/till/values.yaml": "image:\n  tag: v1\n",
      },
    })
    .write(root);
  const seen = new Set<string>();
  watchFiles({ begins: (file) => void seen.add(file), ends: () => undefined });
  try {
    await readFound(foundAt(path, root));
  } finally {
    watchFiles(null);
  }
  expect([...seen].sort()).toEqual([
    "CODEOWNERS",
    "environments/production/till/values.yaml",
    "package-lock.json",
    "package.json",
    "src/till.js",
  ]);
});

it("files that were given up are not read, and are listed", async () => {
  const { path } = repository("windmill", { layout: "bare" })
    .commit({
      at: "2024-03-01",
      author: "Hedda <h@mill.example>",
      message: "Grind",
      files: {
        "package.json": '{"name": "mill", "dependencies": {"flour": "1.0.0"}}\n',
        "sails/package.json": '{"name": "sails", "dependencies": {"canvas": "1.0.0"}}\n',
        "package-lock.json": "not JSON at all",
      },
    })
    .write(root);
  const without = ["package.json", "package-lock.json"];
  const evidence = await readFound(foundAt(path, root, "windmill"), null, { without });
  expect(evidence.files.map((file) => file.path)).toEqual(["sails/package.json"]);
  expect(evidence.headFiles.map((file) => file.path)).not.toContain("package.json");
  expect(evidence.problems.map(({ path: where, problem }) => [where, problem.code])).toEqual([
    ["package-lock.json", "given-up"],
    ["package.json", "given-up"],
  ]);
});
