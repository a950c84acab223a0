import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { gitText } from "#fixtures/isolated-git.ts";
import { repository } from "#fixtures/repository-builder.ts";
import { readBlobs } from "#sources/git/blobs.ts";
import type { GitLocation } from "#sources/git/run.ts";
import { foundAt, locationOf } from "../read-found.ts";

let root: string;
let location: GitLocation;
let idOf: (path: string) => string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "fulcrum-blobs-"));
  const files: Record<string, string> = { "small.txt": "rye\n" };
  for (let at = 0; at < 70; at++) files[`large-${String(at)}.txt`] = `${String(at)} `.repeat(900);
  const { path } = repository("mill", { layout: "clone" })
    .commit({ at: "2024-03-01", author: "Hedda <h@mill.example>", message: "Grind", files })
    .write(root);
  ({ location } = await locationOf(foundAt(path, root, "mill")));
  idOf = (file) => gitText(["rev-parse", `HEAD:${file}`], { cwd: path });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What is handed on for each id, in its order. */
async function read(ids: readonly string[]): Promise<string[]> {
  const replies: string[] = [];
  await readBlobs(
    location,
    ids,
    (index, content, reason, object) => {
      expect(index).toBe(replies.length);
      if (content !== null) expect(object).toMatch(/^[0-9a-f]{40}$/);
      replies.push(content?.toString() ?? reason ?? "");
    },
    { largest: 1000 },
  );
  return replies;
}

it("passes over one that is too large wherever it is named, and keeps the order", async () => {
  const [small, large] = [idOf("small.txt"), idOf("large-1.txt")];
  const ids = [large, small, large, large, small, "0".repeat(40), large];
  const over = "too-large";
  expect(await read(ids)).toEqual([over, "rye\n", over, over, "rye\n", "missing", over]);
  expect(await read([large])).toEqual([over]);
  expect(await read([])).toEqual([]);
});

it("asks for sizes first where very many are too large", async () => {
  const ids = Array.from({ length: 70 }, (_, at) => idOf(`large-${String(at)}.txt`));
  const replies = await read([...ids, idOf("small.txt"), ...ids]);
  expect(replies).toEqual([...ids.map(() => "too-large"), "rye\n", ...ids.map(() => "too-large")]);
});

it("asks for nothing but object ids: what git would take for two lines, or for a path, is refused", async () => {
  for (const wish of ["HEAD:small.txt", `${idOf("small.txt")}\nHEAD`, "--batch", ""])
    await expect(read([wish])).rejects.toThrow("is no object id");
  expect(
    await read([`${gitText(["rev-parse", "HEAD"], { cwd: join(root, "mill") })}^{commit}`]),
  ).toHaveLength(1);
});
