import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { git } from "#fixtures/isolated-git.ts";
import { repository } from "#fixtures/repository-builder.ts";
import { readBlobs } from "#sources/git/blobs.ts";
import { readObjects, type GitLocation } from "#sources/git/run.ts";
import { listTree } from "#sources/git/tree.ts";
import { foundAt, locationOf, readFound } from "../read-found.ts";

let root: string;
let location: GitLocation;
let path: string;
let head: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "fulcrum-limits-"));
  const built = bakery("bakery");
  path = built.path;
  head = built.head;
  ({ location } = await locationOf(foundAt(path, root)));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function bakery(name: string): { path: string; head: string } {
  const written = repository(name, { layout: "bare" })
    .commit({
      at: "2024-03-01",
      author: "Ada Oven <ada@bakery.example>",
      message: "Open",
      files: { "package.json": '{"name": "till", "version": "1.0.0"}\n' },
    })
    .write(root);
  return { path: written.path, head: written.head ?? "" };
}

/** More than one git may hold in one piece, and a few kilobytes on disk. */
const size = 136 * 1024 * 1024;

/** An object that begins with the bytes and is zeros for the rest. */
function putLarge(gitDirectory: string, kind: "blob" | "commit" | "tag", start: string): string {
  const bytes = Buffer.alloc(size);
  bytes.write(start);
  const whole = Buffer.concat([Buffer.from(`${kind} ${String(size)}\0`), bytes]);
  const id = createHash("sha1").update(whole).digest("hex");
  const folder = join(gitDirectory, "objects", id.slice(0, 2));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, id.slice(2)), deflateSync(whole, { level: 1 }));
  return id;
}

const lineOf = (text: string | Buffer): string => text.toString().trim();
const signature = "Ada Oven <ada@bakery.example> 1709290000 +0000";

describe("an object that is larger than memory may be", () => {
  it("costs what is older, where it is a commit", async () => {
    const mill = bakery("mill");
    const tree = lineOf(git(["rev-parse", "HEAD^{tree}"], { cwd: mill.path }));
    const large = putLarge(
      mill.path,
      "commit",
      `tree ${tree}\nauthor ${signature}\ncommitter ${signature}\n\n`,
    );
    const text = `tree ${tree}\nparent ${large}\nauthor ${signature}\ncommitter ${signature}\n\nBake\n`;
    const newest = lineOf(
      git(["hash-object", "-t", "commit", "-w", "--stdin"], { cwd: mill.path, input: text }),
    );
    git(["update-ref", "refs/heads/main", newest], { cwd: mill.path });
    const evidence = await readFound(foundAt(mill.path, root, "mill"));
    expect(evidence.mainlineCommitsCount).toBe(1);
    expect(evidence.problems.map(({ problem }) => problem.code)).toContain("history-incomplete");
  });

  it("costs the tag, where it is one", async () => {
    const oven = bakery("oven");
    git(["tag", "v1"], { cwd: oven.path });
    const start = `object ${oven.head}\ntype commit\ntag v2\ntagger ${signature}\n\n`;
    git(["update-ref", "refs/tags/v2", putLarge(oven.path, "tag", start)], { cwd: oven.path });
    const evidence = await readFound(foundAt(oven.path, root, "oven"));
    expect(evidence.tags.map(({ name }) => name)).toEqual(["v1"]);
  });

  it("is passed over as too large, where it is a blob, and the rest is read", async () => {
    const large = putLarge(path, "blob", "flour");
    const small = lineOf(git(["rev-parse", "HEAD:package.json"], { cwd: path }));
    const replies: (string | null)[] = [];
    const ids = [large, small, "a".repeat(head.length), large, small];
    await readBlobs(location, ids, (_, content, reason) => {
      replies.push(reason ?? content?.toString().slice(0, 8) ?? null);
    });
    const json = '{"name":'.slice(0, 8);
    expect(replies).toEqual(["too-large", json, "missing", "too-large", json]);
  });
});

describe("a .mailmap that is too large", () => {
  it("is not used, and is listed", async () => {
    const lines = Array.from({ length: 20_000 }, (_, at) => `<a@b> <${String(99_999 - at)}>\n`);
    const windmill = repository("windmill", { layout: "bare" })
      .commit({
        at: "2024-03-01",
        author: "Hedda <h@mill.example>",
        message: "Grind",
        files: { ".mailmap": lines.join(""), "package.json": "{}\n" },
      })
      .write(root);
    const evidence = await readFound(foundAt(windmill.path, root, "windmill"));
    expect(evidence.problems).toMatchObject([
      { path: ".mailmap", problem: { code: "too-large", text: expect.stringContaining("256 kB") } },
    ]);
  });
});

describe("one git", () => {
  const log = ["log", "--format=%H", "HEAD"];
  const quiet = { onOutput: () => undefined };

  it.skipIf(process.platform !== "linux")("may not take more memory than its limit", async () => {
    const limits = { memoryKilobytes: 64 };
    const failing = readObjects(location, [...log.slice(0, 2), head, "--"], { ...quiet, limits });
    await expect(failing).rejects.toMatchObject({ code: "git-failed" });
    await readObjects(location, [...log.slice(0, 2), head, "--"], quiet);
  });

  it.skipIf(process.platform === "win32")("is ended at its deadline", async () => {
    const pipe = join(root, "pipe");
    execFileSync("mkfifo", [pipe]);
    const waiting = readObjects(location, ["hash-object", pipe], {
      ...quiet,
      limits: { seconds: 0.3 },
    });
    await expect(waiting).rejects.toThrow("it did not end within 0.3 s");
  });

  it("answers with an object of its own size all the same", async () => {
    let text = "";
    const onOutput = (chunk: Buffer): void => void (text += chunk.toString());
    await readObjects(location, ["cat-file", "-s", `${head}:package.json`], { onOutput });
    expect(Number(text)).toBe(37);
  });
});

describe("folders in folders", () => {
  it("are refused beyond what any disk holds, and read below", async () => {
    const depths = [
      ["shaft", 501],
      ["cellar", 500],
    ] as const;
    for (const [name, depth] of depths) {
      const mine = bakery(name);
      let tree = lineOf(git(["rev-parse", `${mine.head}^{tree}`], { cwd: mine.path }));
      for (let at = 0; at < depth; at++) tree = putTree(mine.path, tree);
      const commit = `tree ${tree}\nauthor ${signature}\ncommitter ${signature}\n\nDig\n`;
      const top = put(mine.path, "commit", Buffer.from(commit));
      git(["update-ref", "refs/heads/main", top], { cwd: mine.path });
      const read = readFound(foundAt(mine.path, root));
      if (depth > 500) await expect(read).rejects.toMatchObject({ code: "tree-too-large" });
      else expect((await read).files.map((file) => file.path)).toHaveLength(1);
    }
  });
});

describe("names of files", () => {
  it("are refused beyond what any organisation has, whatever few trees they stand in", async () => {
    const mine = bakery("library");
    const id = lineOf(git(["rev-parse", "HEAD:package.json"], { cwd: mine.path }));
    const entry = (mode: string, name: string, of: string): Buffer =>
      Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(of, "hex")]);
    const named = (count: number, of: (at: string) => Buffer): Buffer =>
      Buffer.concat(Array.from({ length: count }, (_, at) => of(String(at).padStart(4, "0"))));
    const shelf = put(
      mine.path,
      "tree",
      named(60, (at) => entry("100644", at + "a".repeat(100_000), id)),
    );
    const hall = put(
      mine.path,
      "tree",
      named(60, (at) => entry("40000", at, shelf)),
    );
    const commit = (tree: string): string => {
      const text = `tree ${tree}\nauthor ${signature}\ncommitter ${signature}\n\nShelve\n`;
      return put(mine.path, "commit", Buffer.from(text));
    };
    const { location: library } = await locationOf(foundAt(mine.path, root));
    await expect(listTree(library, commit(hall))).rejects.toMatchObject({ code: "tree-too-large" });
    expect(await listTree(library, commit(shelf))).toHaveLength(60);
  });
});

/** A tree with one folder in it. */
function putTree(gitDirectory: string, inner: string): string {
  return put(
    gitDirectory,
    "tree",
    Buffer.concat([Buffer.from("40000 d\0"), Buffer.from(inner, "hex")]),
  );
}

function put(gitDirectory: string, kind: "commit" | "tree", bytes: Buffer): string {
  const whole = Buffer.concat([Buffer.from(`${kind} ${String(bytes.length)}\0`), bytes]);
  const id = createHash("sha1").update(whole).digest("hex");
  const folder = join(gitDirectory, "objects", id.slice(0, 2));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, id.slice(2)), deflateSync(whole, { level: 1 }));
  return id;
}
