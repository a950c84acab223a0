import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { schedule, telescope } from "#fixtures/clones/code-samples.ts";
import { repository } from "#fixtures/repository-builder.ts";
import { threads } from "#fixtures/quiet-context.ts";
import { compareFiles, type Comparison } from "#operations/duplication/compare-files.ts";
import type { ReadFilesResult, ReadFilesTask } from "#operations/duplication/read-clone-files.ts";
import { cloneFiles } from "#store/files/clones/clone-files.ts";
import { foundAt, locationOf } from "../sources/read-found.ts";
import type { Asked } from "./compare-elsewhere.ts";

const source = join(import.meta.dirname, "..", "..", "..", "src");
let folder = "";
let asks = 0;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-code-readers-"));
  writeFileSync(join(folder, "package.json"), `{"type": "module"}`);
  const bundle = await rolldown({
    input: {
      "compare-elsewhere": fileURLToPath(new URL("./compare-elsewhere.ts", import.meta.url)),
      "misbehaving-code-reader": fileURLToPath(
        new URL("./misbehaving-code-reader.ts", import.meta.url),
      ),
      "read-code-worker": join(source, "read-code-worker.ts"),
      "read-guard-worker": join(source, "operations", "reading", "read-guard-worker.ts"),
      "compare-worker": join(source, "operations", "duplication", "compare-worker.ts"),
    },
    platform: "node",
    resolve: { conditionNames: ["source", "node", "import"] },
  });
  await bundle.write({ dir: folder, format: "esm", entryFileNames: "[name].js" });
  await bundle.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a program that was compiled answers. */
async function ask(asked: Asked): Promise<unknown> {
  const [input, output] = [`ask-${String(++asks)}.json`, `answer-${String(asks)}.json`];
  writeFileSync(join(folder, input), JSON.stringify(asked));
  await promisify(execFile)(process.execPath, ["compare-elsewhere.js", input, output], {
    cwd: folder,
  });
  return JSON.parse(readFileSync(join(folder, output), "utf8"));
}

type Read = Pick<ReadFilesResult, "paths" | "linesCount" | "unreadable"> & {
  readonly tokens: number;
};

/** Reads folders, one of which is written to end whoever reads it. */
async function readBeside(
  name: string,
  files: readonly string[],
  limits: Asked["limits"] = {},
): Promise<Read[]> {
  const place = (one: string): string => join(folder, `${name}-${String(asks + 1)}`, one);
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  write(join(place("mill"), "board.js"), schedule);
  for (const file of files) write(join(place(name), file), telescope);
  const task = (one: string): ReadFilesTask => ({ name: one, from: { folder: place(one) } });
  const sources = [task("mill"), task(name)];
  const answer = await ask({ sources, limits, thread: "./misbehaving-code-reader.js" });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own program wrote it
  return answer as Read[];
}

const ended = "reading it ended the reader, or did not end";
const whole = { unreadable: [], linesCount: 14, tokens: expect.any(Number) };

describe.concurrent("code whose reader dies", () => {
  test("costs the file that killed it, and others nothing", async () => {
    const [mill, till] = await readBeside("till", ["a.js", "b.abort.js", "c.js"]);
    expect(mill).toMatchObject(whole);
    expect(till).toMatchObject({
      paths: ["a.js", "b.abort.js", "c.js"],
      unreadable: [{ path: "b.abort.js", text: ended, isGivenUp: true }],
    });
    expect(till?.linesCount).toBeGreaterThan(10);
  });

  test("costs the file that wants more memory than there is", async () => {
    const limits = { memoryMegabytes: 64 };
    const [mill, till] = await readBeside("till", ["a.js", "b.memory.js"], limits);
    expect(mill).toMatchObject(whole);
    expect(till?.unreadable).toEqual([{ path: "b.memory.js", text: ended, isGivenUp: true }]);
    expect(till?.tokens).toBeGreaterThan(0);
  });

  test("costs the file that is read for ever", async () => {
    const limits = { fileSeconds: 1.5 };
    const [mill, till] = await readBeside("till", ["a.js", "b.endless.js"], limits);
    expect(mill).toMatchObject(whole);
    expect(till?.unreadable).toEqual([{ path: "b.endless.js", text: ended, isGivenUp: true }]);
  });

  test("costs its source where no file is to blame, or too many are", async () => {
    const [mill, cellar] = await readBeside("cellar", ["a.js"]);
    expect(mill).toMatchObject(whole);
    expect(cellar).toMatchObject({ paths: [], linesCount: 0, tokens: 0 });
    expect(cellar?.unreadable).toEqual([
      { path: ".", text: expect.stringMatching(/^the reader ended: .*SIGABRT/) },
    ]);
    const many = ["a.abort.js", "b.abort.js", "c.js"];
    const [, till] = await readBeside("till", many, { mostGivenUp: 1 });
    expect(till?.unreadable).toMatchObject([{ path: "." }]);
  });
});

/** Two repositories with a copy between them, and where their tokens are kept. */
async function bakeries(shelves: string, more = "b.js"): Promise<ReadFilesTask[]> {
  return Promise.all(
    ["mill", "till"].map(async (name) => {
      const files: Record<string, string> = { "board.js": schedule, [more]: telescope };
      const { path, head } = repository(name, { layout: "bare" })
        .commit({ at: "2024-03-01", author: "Ada <ada@bakery.example>", message: "Bake", files })
        .write(join(folder, shelves));
      const { location } = await locationOf(foundAt(path, join(folder, shelves), name));
      const shelf = { path: join(folder, shelves, "tokens", `${name}.bin`), day: 1 };
      return { name, from: { location, commit: head ?? "", shelf } };
    }),
  );
}

test("readers elsewhere give the same as reading here; what they leave half written goes", async () => {
  const sources = await bakeries("fine");
  const thread = "./read-code-worker.js";
  const silent = (): void => {};
  const { classes, files, unreadable, linesCount }: Comparison = await compareFiles(
    {
      clones: cloneFiles,
      threads,
      clock: { now: () => 0 },
      signal: new AbortController().signal,
      log: { info: silent, warn: silent, debug: silent },
      progress: { start: silent, advance: silent, finish: silent },
    },
    await bakeries("here"),
    2,
  );
  expect(classes).not.toEqual([]);
  const here = JSON.parse(JSON.stringify({ classes, files, unreadable, linesCount })) as unknown;
  expect(await ask({ sources, limits: null, thread })).toEqual(here);
  // From what was kept.
  expect(await ask({ sources, limits: null, thread })).toEqual(here);
  expect(readdirSync(join(folder, "fine", "tokens")).sort()).toEqual(["mill.bin", "till.bin"]);

  const limits = { mostGivenUp: 0 };
  const broken = await bakeries("broken", "c.abort.js");
  const read = await ask({ sources: broken, limits, thread: "./misbehaving-code-reader.js" });
  expect(read).toMatchObject([{ unreadable: [{ path: "." }] }, { unreadable: [{ path: "." }] }]);
  expect(readdirSync(join(folder, "broken", "tokens"))).toEqual([]);
});
