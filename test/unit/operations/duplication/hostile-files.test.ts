import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { harmless } from "#fixtures/hostile/trick.ts";
import { compareFiles, type Comparison } from "#operations/duplication/compare-files.ts";
import { cloneFiles } from "#store/files/clones/clone-files.ts";
import { threads } from "#fixtures/quiet-context.ts";
import { readCloneFiles, type ReadFilesTask } from "#operations/duplication/read-clone-files.ts";
import { createShadow } from "#sources/git/shadow.ts";

const silent = (): void => {};
const context = {
  clones: cloneFiles,
  threads,
  clock: { now: () => 0 },
  signal: new AbortController().signal,
  log: { info: silent, warn: silent, debug: silent },
  progress: { start: silent, advance: silent, finish: silent },
};
let folder: string;
beforeEach(() => (folder = realpathSync(mkdtempSync(join(tmpdir(), "fulcrum-hostile-")))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, content: string | Uint8Array): void {
  const place = join(folder, path);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, content);
}
const tasks = (...names: readonly string[]): ReadFilesTask[] =>
  names.map((name) => ({ name, from: { folder: join(folder, name) } }));

const oven = `export function heat(oven, loaves) {
  let minutes = 0;
  for (const loaf of loaves) {
    const wanted = loaf.weight > 800 ? 240 : 220;
    while (oven.temperature < wanted) {
      oven.step(wanted - oven.temperature);
      minutes += oven.isFan ? 1 : 2;
    }
    loaf.crust = Math.min(1, loaf.crust + minutes / 45);
  }
  return { minutes, done: loaves.filter((loaf) => loaf.crust >= 0.8).length };
}
`;
const place = (comparison: Comparison) =>
  comparison.classes.map(({ copies }) =>
    copies
      .map(({ file, start, end }) => {
        const { source, path } = comparison.files[file] ?? { source: -1, path: "" };
        return `${String(source)}:${path}:${String(start)}-${String(end)}`;
      })
      .sort(),
  );

describe("a repository whose tree git cannot list", () => {
  it("is said, and the others are compared", async () => {
    write("north/oven.js", oven);
    write("south/oven.js", oven);
    const { gitDirectory: gitDir } = harmless(join(folder, "east"));
    const shadowDir = await createShadow(join(folder, "shadows"), "sha1");
    const location = { gitDir, objectsDir: join(gitDir, "objects"), shallowFile: null, shadowDir };
    const lost = { location, commit: "1".repeat(40), shelf: null };
    const sources = [...tasks("north", "south"), { name: "east", from: lost }] as const;
    const comparison = await compareFiles(context, sources, 2);
    expect(place(comparison)).toEqual([["0:oven.js:1-12", "1:oven.js:1-12"]]);
    expect(comparison.unreadable).toEqual([
      { source: 2, path: ".", text: expect.stringContaining("git ls-tree ended") },
    ]);
  });
});

describe("a folder with more code than memory allows to compare", () => {
  it("is said, and the others are compared", async () => {
    write("north/oven.js", oven);
    write("south/oven.js", oven);
    for (let at = 0; at < 40; at++) write(`west/oven${String(at)}.js`, `${oven}// ${String(at)}\n`);
    const names = tasks("north", "south", "west");
    const comparison = await compareFiles(context, names, 2, {
      bounds: { bytes: 30_000, nameBytes: 1e6 },
    });
    expect(place(comparison)).toEqual([["0:oven.js:1-12", "1:oven.js:1-12"]]);
    expect(comparison.unreadable).toEqual([
      { source: 2, path: ".", text: "more code than memory allows to compare" },
    ]);
  });
});

describe("files that are not what they seem", () => {
  it("are left out with a reason, or read as what they are; copies among them are found with their lines", async () => {
    write("north/oven.js", oven);
    write("south/utf16le.js", Buffer.from(`\ufeff${oven}`, "utf16le"));
    write("south/utf16be.js", Buffer.from(`\ufeff${oven}`, "utf16le").swap16());
    write("south/bom.js", `\ufeff\n${oven}`);
    write("south/latin1.js", Buffer.from(`// Br\u00f6tchen\n${oven}`, "latin1"));
    write("south/crlf.js", oven.replaceAll("\n", "\r\n"));
    write("south/picture.js", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13));
    write("south/one-line.js", `x=[${"1,".repeat(5000)}1];`);
    write("south/huge.js", Buffer.alloc(3_000_000, "a = 1\n"));
    write("south/empty.js", "");
    write("south/deep.js", `${"{[(".repeat(100_000)}${")]}".repeat(100_000)}\n`);
    write("south/comment.js", `${oven}/* never closed\n${oven}`);
    write("south/string.py", `x = """never closed\n${"y = 1\n".repeat(5000)}`);
    symlinkSync("/etc/passwd", join(folder, "south/link.js"));
    spawnSync("mkfifo", [join(folder, "south/pipe.js")]);
    const comparison = await compareFiles(context, tasks("north", "south"), 2);
    const between = place(comparison).filter((copies) => copies[0]?.startsWith("0:"));
    expect(between).toEqual([
      [
        "0:oven.js:1-12",
        "1:bom.js:2-13",
        "1:comment.js:1-12",
        "1:crlf.js:1-12",
        "1:latin1.js:2-13",
        "1:utf16be.js:1-12",
        "1:utf16le.js:1-12",
      ],
    ]);
    const counts = Object.fromEntries(
      comparison.leftOut.map(({ reason, files }) => [reason, files]),
    );
    expect(counts).toMatchObject({ binary: 1, "too-large": 1, minified: 2 });
    expect(comparison.unreadable).toEqual([]);
  });

  it("may vanish while they are read: that is said, and the others are compared", async () => {
    write("north/oven.js", oven);
    write("south/oven.js", oven);
    const comparison = await compareFiles(context, tasks("north", "south", "gone"), 1);
    expect(place(comparison)).toHaveLength(1);
    expect(comparison.unreadable).toEqual([{ source: 2, path: ".", text: "ENOENT" }]);
    const from = { folder: join(folder, "north/oven.js") };
    const alone = await readCloneFiles({ name: "file", from }, { shelves: cloneFiles.tokens });
    expect(alone.unreadable).toEqual([{ path: ".", text: "ENOTDIR" }]);
  });

  it("give the same answer for any number of workers, extents inside the files", async () => {
    const line = fc.constantFrom(
      ...oven.split("\n"),
      "`",
      "/*",
      "*/",
      '"""',
      "<<~A",
      "}}}",
      "\u0000",
    );
    const text = fc
      .tuple(fc.array(line, { maxLength: 30 }), fc.boolean(), fc.array(line, { maxLength: 30 }))
      .map(([before, isCopied, after]) => [...before, isCopied ? oven : "", ...after].join("\n"));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 2, maxLength: 5 }), async (texts) => {
        rmSync(folder, { recursive: true, force: true });
        texts.forEach((one, at) => write(`r${at}/f.js`, one));
        const sources = tasks(...texts.map((_, at) => `r${at}`));
        const [one, several] = [
          await compareFiles(context, sources, 1),
          await compareFiles(context, sources, 5),
        ];
        expect(several.classes).toEqual(one.classes);
        for (const copy of one.classes.flatMap(({ copies }) => copies)) {
          const lines = texts[copy.file]?.split("\n").length ?? 0;
          expect(copy.start).toBeGreaterThanOrEqual(1);
          expect(copy.end).toBeGreaterThanOrEqual(copy.start);
          expect(copy.end).toBeLessThanOrEqual(lines);
        }
      }),
      { numRuns: 40 },
    );
  });
});
