import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { repository } from "#fixtures/repository-builder.ts";
import { inspectRepositories } from "#operations/reading/inspect-repositories.ts";
import { readCloneFiles, type ReadFilesResult } from "#operations/duplication/read-clone-files.ts";
import { locationIn } from "#operations/duplication/shadow-location.ts";
import { createShadow } from "#sources/git/shadow.ts";
import { tokenFiles } from "#store/files/clones/token-files.ts";
import { TokenStore } from "#store/files/clones/token-store.ts";

let folder: string;
let shelf: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-kept-"));
  shelf = join(folder, "tokens.bin");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const rye = `export function bake(dough, oven) {\n  ${"oven.heat(dough.weight * 2);\n  ".repeat(12)}\n}\n`;
const wheat = rye.replaceAll("dough", "batter").replace("* 2", "* 3 + oven.age");

const baker = "Hedda Crust <hedda@bakery.example>";
const bakery = () =>
  repository("bakery")
    .commit({
      at: "2024-03-01",
      author: baker,
      message: "Rye",
      files: { "rye.js": rye, "doc/rye.js": rye },
    })
    .commit({
      at: "2024-03-02",
      author: baker,
      message: "Wheat",
      files: { "wheat.js": wheat, "a.lock": "x" },
    });

/** What a reading gives, whatever the order in which files were read. */
function contentOf({ paths, shards, linesCount, leftOut }: ReadFilesResult): unknown {
  const files = shards.flatMap((shard) =>
    Array.from(shard.fileIds, (number, slot) => ({
      path: paths[number],
      tokens: [
        ...shard.tokens.subarray(slot === 0 ? 0 : shard.tokenEnds[slot - 1], shard.tokenEnds[slot]),
      ],
      hashes: [
        ...shard.hashes.subarray(
          slot === 0 ? 0 : shard.fingerprintEnds[slot - 1],
          shard.fingerprintEnds[slot],
        ),
      ],
    })),
  );
  return {
    files: files.sort((a, b) => ((a.path ?? "") < (b.path ?? "") ? -1 : 1)),
    linesCount,
    leftOut,
  };
}

async function read(day: number | null, commit?: string): Promise<ReadFilesResult> {
  const signal = new AbortController().signal;
  const { repositories } = await inspectRepositories([join(folder, "repos")], signal);
  const [one] = repositories;
  if (one === undefined) throw new Error("no repository");
  const shadows = {
    sha1: await createShadow(folder, "sha1"),
    sha256: await createShadow(folder, "sha256"),
  };
  return readCloneFiles(
    {
      name: "bakery",
      from: {
        location: locationIn(one, shadows),
        commit: commit ?? one.refs.head ?? "",
        shelf: day === null ? null : { path: shelf, day },
      },
    },
    { shelves: tokenFiles },
  );
}

function sizeOfStore(): number {
  const store = TokenStore.open(shelf);
  store?.close();
  return store?.size ?? -1;
}

describe("tokens kept by blob id", () => {
  it("give the same reading as the repository itself, and are written once", async () => {
    bakery().write(join(folder, "repos"));
    const fresh = contentOf(await read(null));
    const first = await read(100);
    expect(contentOf(first)).toEqual(fresh);
    expect([...(first.kept?.slots ?? [])].filter((slot) => slot >= 0)).toHaveLength(3);
    const written = readFileSync(shelf);
    const second = await read(101);
    expect(contentOf(second)).toEqual(fresh);
    expect(second.kept).toEqual(first.kept);
    expect(readFileSync(shelf)).toEqual(written);
    expect(sizeOfStore()).toBe(2);
  });

  it("serve older commits too, and are forgotten when nobody asked for long", async () => {
    const old = bakery().write(join(folder, "repos")).commitIds[0];
    expect(contentOf(await read(100, old))).toEqual(contentOf(await read(null, old)));
    expect(sizeOfStore()).toBe(1);
    await read(105);
    expect(sizeOfStore()).toBe(2);
    // Days are written down after a week: only then may what was not asked for age.
    const renewed = statSync(shelf).mtimeMs;
    await read(113, old);
    expect(statSync(shelf).mtimeMs).toBeGreaterThan(renewed);
    expect(sizeOfStore()).toBe(2);
    await read(180, old);
    expect(sizeOfStore()).toBe(1);
  });

  it("are read again where they are torn, and kept whole", async () => {
    bakery().write(join(folder, "repos"));
    const fresh = contentOf(await read(100));
    const whole = readFileSync(shelf);
    for (const at of [20, 60, whole.length - 40]) {
      const torn = Buffer.from(whole);
      torn[at] = (torn[at] ?? 0) ^ 1;
      writeFileSync(shelf, torn);
      expect(contentOf(await read(100))).toEqual(fresh);
      expect(contentOf(await read(100))).toEqual(fresh);
      expect(sizeOfStore()).toBe(2);
    }
  });

  it("that cannot be written cost no answer", async () => {
    bakery().write(join(folder, "repos"));
    writeFileSync(join(folder, "file"), "");
    shelf = join(folder, "file", "tokens.bin");
    const result = await read(100);
    expect(result.kept).toBeNull();
    expect(result.keepFailure).toContain("Could not write");
    expect(contentOf(result)).toEqual(contentOf(await read(null)));
  });
});
