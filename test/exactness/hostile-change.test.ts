import { existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { canCheck, fires, hostileTricks } from "#fixtures/hostile.ts";
import { readTexts, writeFiles } from "../unit/operations/duplication/read-texts.ts";

let folder = "";
let bakery = "";

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "fulcrum-change-")));
  bakery = join(folder, "bakery");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a clone that would run programs", () => {
  const refused = new Set(["alternates", "common-directory", "multi-pack-index"]);

  it.each(hostileTricks.filter(canCheck))("runs none: $name ($abuses)", async (trick) => {
    const marker = join(folder, "fired");
    trick.build(bakery, marker);
    if (existsSync(join(bakery, ".git")))
      writeFiles(bakery, { "more.js": "let a = 1;\n", "notes.txt": "oats\n" });
    for (const change of [
      { kind: "working-tree" },
      { kind: "index" },
      { kind: "commits", base: "HEAD" },
    ] as const) {
      // Refusing is an answer too; running something is not.
      await readTexts(change, bakery).catch(() => undefined);
      expect(existsSync(marker), change.kind).toBe(false);
    }
    if (refused.has(trick.name))
      await expect(readTexts({ kind: "commits", base: "HEAD" }, bakery)).rejects.toThrow();
    else {
      const found = await readTexts({ kind: "commits", base: "HEAD" }, bakery);
      expect(JSON.stringify(found)).not.toContain("outside-secret");
    }
    expect(await fires(trick, bakery, marker)).toBe(true);
  });
});
