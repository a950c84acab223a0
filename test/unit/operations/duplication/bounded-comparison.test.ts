import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { schedule, telescope } from "#fixtures/clones/code-samples.ts";
import { quietContext } from "#fixtures/quiet-context.ts";
import { compareFiles, type ComparisonOptions } from "#operations/duplication/compare-files.ts";
import {
  notComparedProblems,
  untoldProblems,
} from "#operations/duplication/not-compared-problems.ts";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "fulcrum-bounds-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

async function compare(options: ComparisonOptions, ...names: readonly string[]) {
  const sources = names.map((name) => ({ name, from: { folder: join(folder, name) } }));
  return compareFiles(quietContext(), sources, 2, options);
}

/** What is written to be copied: one text under many names. */
function copied(copies: number): void {
  for (let at = 0; at < copies; at++) write(`crowd/copy-${String(at)}.js`, telescope);
}

describe("classes with more copies than may be told", () => {
  it("are counted and named, and the others are told", async () => {
    write("mill/board.js", schedule);
    write("till/board.js", schedule);
    write("mill/scope.js", telescope);
    copied(40);
    const { classes, untold } = await compare({ mostCopies: 30 }, "crowd", "mill", "till");
    expect(classes.map(({ copies }) => copies.length)).toEqual([2]);
    expect(untold).toEqual({ count: 1, source: 0 });
    const whole = await compare({ mostCopies: 60 }, "crowd", "mill", "till");
    expect(whole.classes.map(({ copies }) => copies.length).sort((a, b) => a - b)).toEqual([2, 41]);
    expect(whole.untold).toBeNull();
  });

  it("stand in the problems with where the first of them is", () => {
    expect(untoldProblems(null)).toEqual([]);
    expect(untoldProblems({ count: 2, repository: "crowd" })).toMatchObject([
      {
        code: "copies-not-told",
        where: "crowd",
        text: expect.stringMatching(/^2 classes of copies were left out/),
      },
    ]);
  });
});

describe("text that was written to fill memory", () => {
  it("costs its own source: each of its tokens begins a fingerprint", async () => {
    write("mill/board.js", schedule);
    write("till/board.js", schedule);
    for (let at = 0; at < 9; at++)
      write(`crowd/f${String(at)}.js`, `x${String(at)};\n${`${"(".repeat(99)}\n`.repeat(30)}`);
    // Tokens alone would stay within it.
    const bounds = { bytes: 1_500_000, nameBytes: 1e6 };
    const { classes, unreadable, linesCount } = await compare({ bounds }, "crowd", "mill", "till");
    expect(unreadable).toEqual([
      { source: 0, path: ".", text: "more code than memory allows to compare" },
    ]);
    expect(classes).toHaveLength(1);
    expect(linesCount).toBe(28);
  });

  it("costs its own source by names alone", async () => {
    write("mill/board.js", schedule);
    write("till/board.js", schedule);
    for (let at = 0; at < 40; at++) write(`crowd/${"a".repeat(200)}${String(at)}.txt`, "");
    const bounds = { bytes: 1e9, nameBytes: 10_000 };
    const { classes, unreadable } = await compare({ bounds }, "crowd", "mill", "till");
    expect(unreadable).toEqual([
      { source: 0, path: ".", text: expect.stringContaining("names of files") },
    ]);
    expect(classes).toHaveLength(1);
  });
});

describe("problems of code that took no part", () => {
  const unread = { repository: "till", path: "a.js", text: "missing" };

  it("tell the repository before a file, and a file that another run may read before one that it cannot", () => {
    const givenUp = { ...unread, path: "b.js", text: "ended", isGivenUp: true } as const;
    const whole = { ...unread, path: ".", text: "too much" };
    expect(notComparedProblems([unread])).toMatchObject([{ code: "code-unread" }]);
    expect(notComparedProblems([unread, givenUp, unread])).toMatchObject([
      {
        code: "given-up",
        where: "till",
        text: expect.stringContaining(
          "3 of its files with code were not compared: b.js and others",
        ),
      },
    ]);
    expect(notComparedProblems([unread, givenUp, whole])).toMatchObject([
      { code: "code-not-compared" },
    ]);
  });
});
