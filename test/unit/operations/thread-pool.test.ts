import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cloneFiles } from "#store/files/clones/clone-files.ts";
import { threads } from "#fixtures/quiet-context.ts";
import { compareFiles } from "#operations/duplication/compare-files.ts";
import { runAll, ThreadPool } from "#operations/reading/worker-pool.ts";
import { git } from "#fixtures/isolated-git.ts";
import { repository } from "#fixtures/repository-builder.ts";
import { foundAt, locationOf } from "../sources/read-found.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-threads-"));
  const oven = `import { parentPort } from "node:worker_threads";
parentPort.on("message", (bread) => {
  if (bread === "forever") for (;;);
  if (bread === "burnt") throw new Error("smoke");
  parentPort.postMessage(bread + " baked");
});`;
  writeFileSync(join(folder, "oven.mjs"), oven);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const signal = new AbortController().signal;
const ovens = (width: number): ThreadPool<string, string> =>
  new ThreadPool({
    entry: pathToFileURL(join(folder, "oven.mjs")),
    width,
    inProcess: (bread) => Promise.resolve(bread),
    nameOf: (bread) => bread,
    secondsFor: (bread) => (bread === "rye" ? null : 1),
  });

describe("a thread", () => {
  test("that takes longer than its task may is ended, and the next task gets another", async () => {
    const pool = ovens(1);
    await expect(pool.run("forever", signal)).rejects.toMatchObject({
      code: "worker-failed",
      message: expect.stringContaining("it did not end within 1 s"),
    });
    await expect(pool.run("burnt", signal)).rejects.toThrow("smoke");
    expect(await runAll(pool, ["rye", "spelt"], signal)).toEqual(["rye baked", "spelt baked"]);
    await pool.close();
  });

  test("that fails ends the work: nothing new is begun", async () => {
    const pool = ovens(1);
    const done: string[] = [];
    const all = runAll(pool, ["rye", "burnt", "spelt"], signal, (bread) => void done.push(bread));
    await expect(all).rejects.toThrow("smoke");
    expect(done).toEqual(["rye baked"]);
    await pool.close();
    await expect(pool.run("rye", signal)).rejects.toThrow("given up");
  });
});

test("code that git cannot read is named, and the others' is compared", async () => {
  const lines = Array.from({ length: 40 }, (_, at) => `knead(dough, ${String(at)});\n`).join("");
  const sources = await Promise.all(
    ["mill", "oven", "till"].map(async (name) => {
      const files: Record<string, string> = { "bake.js": lines };
      const moreCount = name === "mill" ? 55 : 0;
      for (let at = 0; at < moreCount; at++) files[`a${String(at)}.js`] = `${at};\n`;
      const { path, gitDirectory, head } = repository(name, { looseObjects: true })
        .commit({ at: "2024-03-01", author: "Ada <ada@bakery.example>", message: "Bake", files })
        .write(folder);
      if (name === "mill") breakBlobs(path, gitDirectory);
      const { location } = await locationOf(foundAt(path, folder, name));
      return { name, from: { location, commit: head ?? "", shelf: null } };
    }),
  );
  const nothing = (): void => undefined;
  const comparison = await compareFiles(
    {
      clones: cloneFiles,
      threads,
      clock: { now: () => 0 },
      signal,
      progress: { start: nothing, advance: nothing, finish: nothing },
      log: { info: nothing, warn: nothing, debug: nothing },
    },
    sources,
    2,
  );
  expect(comparison.unreadable).toMatchObject([{ source: 0, path: ".", text: expect.any(String) }]);
  expect(comparison.files.map(({ source }) => source)).toEqual([1, 2]);
});

/** Each content ends in the middle: git gives up on all of them. */
function breakBlobs(path: string, gitDirectory: string): void {
  const blobs = git(["ls-tree", "-r", "HEAD"], { cwd: path });
  for (const [id] of blobs.toString().matchAll(/[0-9a-f]{40}/g)) {
    const parent = join(gitDirectory, "objects", id.slice(0, 2));
    for (const name of readdirSync(parent).filter((one) => id.endsWith(one)))
      truncateSync(join(parent, name), 12);
  }
}
