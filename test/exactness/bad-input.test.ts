import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { badInputs, oddManifestsRepository } from "#fixtures/hostile.ts";
import { configure, harmless, objectPath, removeObject } from "#fixtures/hostile/trick.ts";
import { git, gitText } from "#fixtures/isolated-git.ts";
import { repository, seconds } from "#fixtures/repository-builder.ts";
import { discoverRepositories } from "#sources/git/discover.ts";
import { foundAt, readBelow, readFound, textOf } from "../unit/sources/read-found.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "fulcrum-bad-input-"));
});
afterEach(() => {
  chmodSync(root, 0o755);
  rmSync(root, { recursive: true, force: true });
});

const baker = "Hedda Crust <hedda@harmless.example>";
const flour = { path: "package.json", dependencies: [{ purl: "pkg:npm/flour" }] };

/** What is expected of each case that cannot be read as ever. */
const expected: Readonly<Record<string, unknown>> = {
  "empty-repository": { head: null, files: [], problems: [] },
  shallow: { isShallow: true, mainlineCommitsCount: 1, files: [flour] },
  "partial-clone": {
    mainlineCommitsCount: 2,
    files: [{ path: "package.json", dependencies: [] }],
    unreadable: [
      expect.stringMatching(/^\.gitattributes|notes|package\.json \(object \w+ is missing\)$/),
    ],
  },
  "missing-blob": {
    mainlineCommitsCount: 2,
    files: [{ path: "package.json", dependencies: [] }],
    unreadable: [expect.stringMatching(/^package\.json \(object \w{12} is missing\)$/)],
  },
  "missing-tree": { mainlineCommitsCount: 1, isShallow: true, files: [flour] },
  "missing-commit": { mainlineCommitsCount: 1, isShallow: true, files: [flour] },
  "corrupt-object": {
    mainlineCommitsCount: 2,
    unreadable: [expect.stringMatching(/^package\.json/)],
  },
  "unparsable-dates": { mainlineCommitsCount: 7, files: [flour] },
  "clock-skew": {
    mainlineCommitsCount: 4,
    files: [{ packages: [{ spans: [{}, {}, {}, { to: null }] }] }],
  },
  "not-utf-8": { files: [{ path: "caf\\xE9/package.json" }, { path: "package.json" }] },
};

const refusals: Readonly<Record<string, RegExp>> = {
  "truncated-pack": /git ls-tree ended with exit code 128/,
  "corrupt-head": /git symbolic-ref ended|git for-each-ref ended/,
  "dangling-branch": /git ls-tree ended with exit code 128 in .*not a tree object/,
};

describe("bad input", () => {
  it.each(badInputs)("$name: $description", async ({ name, readable, build }) => {
    if (!build(join(root, name))) return;
    const outcomes = await readBelow(root);
    const outcome = outcomes.get(name);
    const refusal = refusals[name];
    if (name === "empty-folder") expect(outcomes.size).toBe(0);
    else if (name === "unreadable-folder") expect(textOf(outcome)).toContain("unreadable-folder");
    else if (refusal !== undefined) expect(textOf(outcome)).toMatch(refusal);
    else
      expect(outcome).toMatchObject(expected[name] ?? { mainlineCommitsCount: 2, files: [flour] });
    if (readable !== "nothing") expect(outcome).not.toBeInstanceOf(Error);
  });

  it.each([
    ["an included file", "endless", "[include] path = endless"],
    ["config.worktree", "config.worktree", "[extensions]\n\tworktreeConfig = true"],
  ])("does not wait on a pipe that the configuration names: %s", async (_, name, setting) => {
    const { path, gitDirectory } = harmless(join(root, "bakery"));
    execFileSync("mkfifo", [join(gitDirectory, name)]);
    configure(gitDirectory, setting);
    const evidence = await readFound(foundAt(path, root));
    expect(evidence).toMatchObject({ mainlineCommitsCount: 2, files: [flour] });
  });

  it("refuses ten million paths in a few kilobytes of trees, and reads the repository beside them", async () => {
    const { path } = harmless(join(root, "bomb"));
    harmless(join(root, "bakery"));
    const make = (lines: readonly string[]): string =>
      gitText(["mktree"], { cwd: path, input: `${lines.join("\n")}\n` });
    const ten = Array.from({ length: 10 }, (_, at) => String(at));
    const blob = gitText(["rev-parse", "HEAD:package.json"], { cwd: path });
    let tree = make(ten.map((name) => `100644 blob ${blob}\t${name}`));
    for (let level = 0; level < 6; level++)
      tree = make(ten.map((name) => `040000 tree ${tree}\t${name}`));
    const commit = gitText(["commit-tree", "-m", "Grow", tree], { cwd: path });
    git(["update-ref", "refs/heads/main", commit], { cwd: path });
    const outcomes = await readBelow(root);
    expect(textOf(outcomes.get("bomb"))).toContain("names more than 1000000 files");
    expect(outcomes.get("bakery")).toMatchObject({ mainlineCommitsCount: 2, files: [flour] });
  });

  it("says that history was cut where objects of it are missing", async () => {
    const bread = repository("bread", { looseObjects: true });
    for (const day of ["01", "02", "03", "04", "05"])
      bread.commit({
        at: `2024-01-${day}`,
        author: baker,
        message: day,
        files: { [`${day}/package.json`]: `{ "name": "day-${day}" }` },
      });
    const { path, gitDirectory, commitIds } = bread.write(root);
    const second = commitIds[1] ?? "";
    removeObject(
      gitDirectory,
      gitText(["--git-dir", gitDirectory, "rev-parse", `${second}^{tree}`]),
    );
    const evidence = await readFound(foundAt(path, root));
    expect(evidence).toMatchObject({ mainlineCommitsCount: 3, isShallow: true });
    expect(evidence.mainlineRoot).toBe(commitIds[2]);
    expect(evidence.files.map((file) => [file.path, file.spans[0]?.from.commit])).toEqual([
      ["01/package.json", commitIds[2]],
      ["02/package.json", commitIds[2]],
      ["03/package.json", commitIds[2]],
      ["04/package.json", commitIds[3]],
      ["05/package.json", commitIds[4]],
    ]);
    expect(evidence.problems).toMatchObject([
      { source: "git", path: null, problem: { code: "history-incomplete" } },
    ]);
  });

  it("passes over an object that git itself dies on, and reads those behind it", async () => {
    const noise = Array.from({ length: 4000 }, (_, index) => String((index * 7919) % 1009)).join(
      " ",
    );
    const { path, gitDirectory } = repository("oven", { looseObjects: true })
      .commit({
        at: "2024-01-01",
        author: baker,
        message: "Heat",
        files: {
          "a/package.json": JSON.stringify({ name: "a", description: noise }),
          "b/package.json": '{ "name": "b" }',
        },
      })
      .write(root);
    const object = gitText(["--git-dir", gitDirectory, "rev-parse", "HEAD:a/package.json"]);
    const file = objectPath(gitDirectory, object);
    const bytes = readFileSync(file);
    bytes.fill(0xff, bytes.length - 200);
    chmodSync(file, 0o644);
    writeFileSync(file, bytes);
    expect(() => git(["--git-dir", gitDirectory, "cat-file", "blob", object])).toThrow(
      /corrupt|inflate|unable/i,
    );
    const evidence = await readFound(foundAt(path, root));
    expect(evidence.files.map((one) => [one.path, one.packages.length])).toEqual([
      ["a/package.json", 0],
      ["b/package.json", 1],
    ]);
    expect(evidence.unreadable).toEqual([
      `a/package.json (object ${object.slice(0, 12)} is missing)`,
    ]);
  });

  it("lists every link that leads round or nowhere, and reads the repository beside them", async () => {
    const loop = badInputs.find(({ name }) => name === "symlink-loop");
    loop?.build(join(root, "looping"));
    git(["init", "--quiet", join(root, "group", "inner")]);
    for (const [target, link] of [
      ["..", "group/up"],
      ["nowhere", "group/gone"],
      ["self", "group/self"],
    ] as const)
      symlinkSync(target, join(root, link));
    const { repositories, problems } = await discoverRepositories(root);
    expect(repositories.map(({ name }) => name)).toEqual(["group/inner", "looping"]);
    expect(problems.map(({ where, code }) => [where, code])).toEqual([
      ["group/gone", "dangling-link"],
      ["group/self", "link-loop"],
      ["group/up", "link-loop"],
    ]);
  });
});

describe("odd manifests", () => {
  it("cost their own file and no other", async () => {
    const { path } = oddManifestsRepository(join(root, "odd"), 5);
    const evidence = await readFound(foundAt(path, root));
    const found = new Map(evidence.files.map((file) => [file.path, file]));
    for (const sound of ["package.json", "byte-order-mark/package.json", "utf-16/package.json"])
      expect(found.get(sound)).toMatchObject({ dependencies: [{ purl: "pkg:npm/flour" }] });
    const complained = new Set(evidence.problems.map((problem) => problem.path));
    for (const broken of [
      "invalid/package.json",
      "invalid/Cargo.toml",
      "invalid/Chart.yaml",
      "conflict-markers/package.json",
      "nul-bytes/package.json",
    ])
      expect(complained).toContain(broken);
    expect(Object.getPrototypeOf({})).not.toHaveProperty("polluted");
  });

  it("of many megabytes are passed over and said", async () => {
    const { path } = repository("gigantic")
      .commit({
        at: "2024-01-01",
        author: baker,
        message: "Gigantic",
        files: {
          "package.json": `{ "name": "big", "description": "${"y".repeat(5_000_000)}" }`,
          "yarn.lock": "#".repeat(65 * 1024 * 1024),
        },
      })
      .write(root);
    const evidence = await readFound(foundAt(path, root));
    expect(evidence.problems).toMatchObject([
      { path: "package.json", problem: { code: "too-large" } },
    ]);
    expect(evidence.unreadable).toEqual([expect.stringMatching(/^yarn\.lock .* is too large\)$/)]);
  });

  it("that crash their reader cost that file alone", async () => {
    const { path } = harmless(join(root, "bakery"), { layout: "bare" });
    const sources = {
      trees: [],
      files: [
        {
          id: "crashing",
          version: 1,
          detect: (name: string) =>
            name === "notes.txt" ? ("history" as const) : ("none" as const),
          read: () => {
            throw new Error("oven on fire");
          },
        },
      ],
    };
    const evidence = await readFound(foundAt(path, root), null, { sources });
    expect(evidence.problems).toMatchObject([
      {
        path: "notes.txt",
        problem: { code: "invalid", text: expect.stringContaining("oven on fire") },
      },
    ]);
  });
});

describe("refs", () => {
  const open = { at: "2024-01-01", author: baker, message: "Open", files: { "a.txt": "1" } };

  it("of requests to pull are ignored, and replacements and grafts are not followed", async () => {
    const { path, gitDirectory, head } = repository("shop").commit(open).write(root);
    const read = (...words: string[]) => gitText(["--git-dir", gitDirectory, ...words]);
    const strange = read("commit-tree", read("rev-parse", "HEAD^{tree}"), "-m", "Strange");
    git(["--git-dir", gitDirectory, "update-ref", "refs/pull/7/head", strange]);
    git(["--git-dir", gitDirectory, "update-ref", `refs/replace/${head ?? ""}`, strange]);
    expect(await readFound(foundAt(path, root))).toMatchObject({
      commitsCount: 1,
      head: { commit: head },
    });
  });

  it("tell of a default branch that went stale", async () => {
    const { path } = repository("shop")
      .commit(open)
      .commit({ ...open, on: "develop", at: "2024-06-29", files: { "a.txt": "2" } })
      .write(root);
    expect((await readFound(foundAt(path, root))).problems).toEqual([]);
    const { path: stale, commitIds } = repository("stale-shop")
      .commit(open)
      .commit({ ...open, on: "develop", at: "2024-06-30", files: { "a.txt": "2" } })
      .commit({ ...open, on: "topic", at: "2030-01-01", files: { "a.txt": "3" } })
      .write(root);
    expect((await readFound(foundAt(stale, root))).problems).toEqual([
      {
        source: "git",
        path: null,
        commit: commitIds[1],
        problem: {
          code: "stale-default-branch",
          text: "branch develop is 181 days newer than main, which was read",
        },
      },
    ]);
  });

  it("follow what the remote calls its HEAD, not the branch that happens to be checked out", async () => {
    const { path: origin, head } = repository("origin").commit(open).write(root);
    const path = join(root, "clone");
    git(["clone", "--quiet", "--template=", origin, path]);
    git(["checkout", "--quiet", "-b", "topic"], { cwd: path });
    git(["commit", "--quiet", "--allow-empty", "-m", "Topic"], { cwd: path });
    expect(await readFound(foundAt(path, root))).toMatchObject({
      defaultBranch: "main",
      head: { commit: head },
    });
  });

  it("and objects may be named by SHA-256", async () => {
    const path = join(root, "sha256");
    git([
      "init",
      "--quiet",
      "--template=",
      "--object-format=sha256",
      "--initial-branch=main",
      path,
    ]);
    writeFileSync(
      join(path, "package.json"),
      '{ "name": "bread", "dependencies": { "flour": "1" } }',
    );
    git(["add", "."], { cwd: path });
    git(["commit", "--quiet", "-m", "Open"], { cwd: path });
    git(["tag", "-a", "v1", "-m", "One"], { cwd: path });
    const evidence = await readFound(foundAt(path, root));
    expect(evidence).toMatchObject({ files: [flour], tags: [{ name: "v1" }] });
    expect(evidence.head?.commit).toHaveLength(64);
  });
});

it("unparsable dates count as before everything", async () => {
  badInputs.find(({ name }) => name === "unparsable-dates")?.build(join(root, "dates"));
  const { first, lastHuman } = await readFound(foundAt(join(root, "dates"), root));
  expect(first?.at).toBe(0);
  expect(lastHuman?.at).toBeGreaterThanOrEqual(seconds("2023-01-01"));
});
