import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isolatedEnvironment } from "#fixtures/isolated-git.ts";
import { repository } from "#fixtures/repository-builder.ts";
import type { ChangeKind } from "#operations/duplication/read-change.ts";
import { readTexts, writeFiles, type ReadText } from "./read-texts.ts";

let folder = "";
let bakery = "";

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "fulcrum-change-")));
  bakery = join(folder, "bakery");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const baker = "Hedda Crust <hedda@bakery.example>";

function write(files: Readonly<Record<string, string>>, root = bakery): void {
  writeFiles(root, files);
}

function read(change: ChangeKind, start = bakery): Promise<ReadText> {
  return readTexts(change, start);
}

function git(...args: readonly string[]): string {
  const options = { cwd: bakery, env: isolatedEnvironment(), encoding: "utf8" } as const;
  return execFileSync("git", args, options);
}

function commit(message: string): void {
  git("add", "-A");
  git("-c", "user.name=Hedda", "-c", "user.email=hedda@bakery.example", "commit", "-qm", message);
}

function bake(layout: "clone" | "bare" = "clone") {
  return repository("bakery", { layout, defaultBranch: "main" })
    .commit({
      at: "2024-03-01",
      author: baker,
      message: "Open",
      files: { "rye.js": "rye = 1;\n", "wheat.js": "wheat = 1;\n", "lib/oats.js": "oats = 1;\n" },
    })
    .write(folder);
}

describe("the change of a work tree", () => {
  it("is what is not committed: staged, unstaged, and neither tracked nor ignored", async () => {
    const { head } = bake();
    write({
      "rye.js": "rye = 2;\n",
      "new/barley.js": "barley = 1;\n",
      "ignored/x.js": "x\n",
      ".gitignore": "ignored/\n",
      "notes.txt": "flour\n",
      "vendor/lib.js": "x\n",
    });
    write({ "lib/oats.js": "oats = 2;\n" });
    git("add", "lib/oats.js");
    rmSync(join(bakery, "wheat.js"));
    const change = await read({ kind: "working-tree" }, join(bakery, "new"));
    expect(change.files).toEqual([
      ".gitignore: nothing → ignored/",
      "lib/oats.js: oats = 1; → oats = 2;",
      "new/barley.js: nothing → barley = 1;",
      "rye.js: rye = 1; → rye = 2;",
    ]);
    expect(change).toMatchObject({ kind: "working-tree", base: head, head: null });
    expect(change.listed).toContain("wheat.js");
    expect(change.notCompared).toEqual([
      { path: "notes.txt", reason: "unknown-language" },
      { path: "vendor/lib.js", reason: "vendored" },
    ]);
  });

  it("is what is staged, when that is asked for", async () => {
    bake();
    write({ "rye.js": "rye = 2;\n" });
    git("add", "rye.js");
    write({ "rye.js": "rye = 3;\n", "wheat.js": "wheat = 2;\n", "new.js": "n\n" });
    expect((await read({ kind: "index" })).files).toEqual(["rye.js: rye = 1; → rye = 2;"]);
  });

  it("is everything before the first commit", async () => {
    repository("bakery", { layout: "clone" }).write(folder);
    write({ "rye.js": "rye = 1;\n" });
    expect((await read({ kind: "working-tree" })).files).toEqual(["rye.js: nothing → rye = 1;"]);
    git("add", "rye.js");
    expect((await read({ kind: "index" })).files).toEqual(["rye.js: nothing → rye = 1;"]);
  });

  it("follows no link out of it, and waits for no pipe", async () => {
    bake();
    writeFileSync(join(folder, "secret.js"), "secret\n");
    symlinkSync(join(folder, "secret.js"), join(bakery, "linked.js"));
    rmSync(join(bakery, "lib"), { recursive: true });
    symlinkSync(folder, join(bakery, "lib"));
    rmSync(join(bakery, "rye.js"));
    execFileSync("mkfifo", [join(bakery, "rye.js")]);
    const change = await read({ kind: "working-tree" });
    expect(JSON.stringify(change)).not.toContain("secret\\n");
    expect(change.files).toEqual([]);
    expect(change.notCompared.map(({ path }) => path)).not.toContain("wheat.js");
  });

  it.each([
    ["pipe", ".gitignore"],
    ["pipe", "lib/deep/.gitattributes"],
    ["link to a pipe", "lib/.gitignore"],
    ["pipe", "nested/.git"],
    ["pipe", "nested/.git/HEAD"],
    ["pipe", "nested/.git/refs/heads/main"],
  ])("is not looked for where a %s at %s would be waited on", async (kind, place) => {
    bake();
    mkdirSync(dirname(join(bakery, place)), { recursive: true });
    const pipe = kind === "pipe" ? join(bakery, place) : join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    if (kind !== "pipe") symlinkSync(pipe, join(bakery, place));
    await expect(read({ kind: "working-tree" })).rejects.toMatchObject({
      code: "git-failed",
      message: expect.stringContaining(`${place} is no plain file`),
    });
  });

  it("is not waited for where a nested pointer leads to a pipe", async () => {
    bake();
    mkdirSync(join(folder, "away"));
    execFileSync("mkfifo", [join(folder, "away", "HEAD")]);
    write({ "nested/.git": "gitdir: ../../away\n" });
    await expect(read({ kind: "working-tree" })).rejects.toMatchObject({ code: "git-failed" });
  });

  it("of a linked work tree is its own", async () => {
    bake();
    git("worktree", "add", "--quiet", "-b", "side", join(folder, "side"));
    write({ "rye.js": "rye = 7;\n" }, join(folder, "side"));
    write({ "wheat.js": "wheat = 7;\n" });
    expect((await read({ kind: "working-tree" }, join(folder, "side"))).files).toEqual([
      "rye.js: rye = 1; → rye = 7;",
    ]);
  });
});

describe("the change of commits", () => {
  it("is what the branch changed since it left the base, whatever names that", async () => {
    const { head } = bake();
    git("tag", "-a", "-m", "first", "v1");
    git("checkout", "--quiet", "-b", "topic");
    write({ "rye.js": "rye = 2;\n" });
    commit("Topic");
    git("checkout", "--quiet", "main");
    write({ "wheat.js": "wheat = 2;\n" });
    commit("Main goes on");
    git("update-ref", "refs/remotes/origin/main", "main");
    git("checkout", "--quiet", "topic");
    for (const base of [
      "main",
      "origin/main",
      "refs/heads/main",
      "main~1",
      "v1",
      "v1^0",
      "HEAD^",
      head?.slice(0, 10) ?? "",
    ]) {
      const change = await read({ kind: "commits", base });
      expect(change.files, base).toEqual(["rye.js: rye = 1; → rye = 2;"]);
      expect(change.base, base).toBe(head);
      expect(change.isUnrelated).toBe(false);
    }
  });

  it("of a bare repository can be read; a revision that is not there is named", async () => {
    bake("bare");
    expect((await read({ kind: "commits", base: "HEAD" })).files).toEqual([]);
    await expect(read({ kind: "working-tree" })).rejects.toMatchObject({ code: "usage" });
    for (const base of ["nothing", "", "--all", "HEAD~9", "main;ls", "main^{/x}", "@{u}"]) {
      await expect(read({ kind: "commits", base }), base).rejects.toMatchObject({ code: "usage" });
    }
  });

  it("compares commits that have nothing in common as they are, and says so", async () => {
    bake();
    git("checkout", "--quiet", "--orphan", "alone");
    write({ "rye.js": "rye = 5;\n" });
    commit("Alone");
    const change = await read({ kind: "commits", base: "main" });
    expect(change.isUnrelated).toBe(true);
    expect(change.files).toEqual(["rye.js: rye = 1; → rye = 5;"]);
  });
});
