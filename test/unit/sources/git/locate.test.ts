import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toBytePath } from "#sources/git/byte-path.ts";
import { locateRepository } from "#sources/git/locate.ts";
import { strangeEntry } from "#sources/git/strange-files.ts";
import { git } from "#fixtures/isolated-git.ts";
import { repository, type WrittenRepository } from "#fixtures/repository-builder.ts";
import { foundAt, readFound } from "../read-found.ts";

const ada = "Ada Oven <ada@bakery.example>";
let folder: string;
/** What is assessed; `elsewhere` lies beside it. */
let root: string;
let elsewhere: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "fulcrum-locate-")));
  root = join(folder, "input");
  elsewhere = join(folder, "elsewhere");
  mkdirSync(root);
  mkdirSync(elsewhere);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function bakery(where: string, name = "bakery", layout: "bare" | "clone" = "clone") {
  return repository(name, { layout })
    .commit({
      at: "2024-01-02",
      author: ada,
      message: "Open",
      files: { "package.json": '{ "name": "bread", "dependencies": { "flour": "1.0.0" } }' },
    })
    .write(where);
}

function locate(path: string) {
  return locateRepository(foundAt(path, root));
}

const outside = { code: "outside-folder" };

/** A second work tree of `main` at `path`, as git makes it. */
function linkWorktree(main: WrittenRepository, path: string): void {
  git(["worktree", "add", "--quiet", "-b", "rye", path], { cwd: main.path });
}

describe("where a repository keeps its objects", () => {
  it("in .git, or in the folder itself when bare", async () => {
    const clone = bakery(root);
    expect(await locate(clone.path)).toMatchObject({
      gitDir: join(clone.path, ".git"),
      objectsDir: join(clone.path, ".git", "objects"),
      shallowFile: null,
    });
    const bare = bakery(root, "bare", "bare");
    expect(await locate(bare.path)).toMatchObject({ gitDir: bare.path, commonDir: bare.path });
  });

  it("in the main repository of a linked worktree, inside or outside the input", async () => {
    for (const where of [root, elsewhere]) {
      const main = bakery(where, `main-${where === root ? "inside" : "outside"}`);
      const path = join(root, `tree-of-${main.name}`);
      linkWorktree(main, path);
      expect(await locate(path)).toMatchObject({ commonDir: main.gitDirectory });
      const evidence = await readFound(foundAt(path, root));
      expect(evidence).toMatchObject({ defaultBranch: "rye", head: { commit: main.head } });
    }
  });

  it("in the superproject, for a submodule assessed alone", async () => {
    const { path: library } = bakery(elsewhere, "library", "bare");
    const shop = bakery(elsewhere, "shop");
    const add = ["-c", "protocol.file.allow=always", "submodule", "--quiet", "add"];
    git([...add, library, "library"], { cwd: shop.path });
    const path = join(shop.path, "library");
    const located = await locateRepository(foundAt(path, path));
    expect(located).toMatchObject({ gitDir: join(shop.gitDirectory, "modules", "library") });
    expect((await readFound(foundAt(path, path))).mainlineCommitsCount).toBe(1);
  });

  it("in a separate git directory inside the input", async () => {
    const { path, gitDirectory } = bakery(root);
    renameSync(gitDirectory, join(root, "bakery-git"));
    writeFileSync(join(path, ".git"), "gitdir: ../bakery-git\n");
    expect(await locate(path)).toMatchObject({ gitDir: join(root, "bakery-git") });
  });

  it("in a folder that a link of the input leads to", async () => {
    const { path } = bakery(elsewhere);
    symlinkSync(path, join(root, "linked"));
    expect(await locate(join(root, "linked"))).toMatchObject({ gitDir: join(path, ".git") });
  });

  it("partly in another repository of the input, through alternates", async () => {
    const { path, gitDirectory } = bakery(root);
    git(["clone", "--quiet", "--shared", "--template=", path, join(root, "second")]);
    const second = await readFound(foundAt(join(root, "second"), root));
    expect(second.mainlineCommitsCount).toBe(1);
    rmSync(gitDirectory, { recursive: true });
    await expect(readFound(foundAt(join(root, "second"), root))).rejects.toThrow(/git ls-tree/);
  });
});

describe("refused, for it leads outside", () => {
  it("a .git file that names a place which does not point back", async () => {
    const victim = bakery(elsewhere);
    const path = join(root, "thief");
    mkdirSync(path);
    writeFileSync(join(path, ".git"), `gitdir: ${victim.gitDirectory}\n`);
    expect(await locate(path)).toMatchObject(outside);
  });

  it("a .git file that names another worktree's directory", async () => {
    const main = bakery(elsewhere);
    linkWorktree(main, join(elsewhere, "tree"));
    const path = join(root, "thief");
    cpSync(join(elsewhere, "tree"), path, { recursive: true });
    expect(await locate(path)).toMatchObject(outside);
  });

  it("a worktree's directory that names a common directory elsewhere than above it", async () => {
    const victim = bakery(elsewhere, "victim");
    const main = bakery(elsewhere);
    const path = join(root, "tree");
    linkWorktree(main, path);
    const worktree = join(main.gitDirectory, "worktrees", "tree");
    writeFileSync(join(worktree, "commondir"), `${victim.gitDirectory}\n`);
    expect(await locate(path)).toMatchObject(outside);
  });

  it.each([".git", ".git/objects", ".git/objects/pack", ".git/packed-refs", ".git/shallow"])(
    "a link in place of %s",
    async (name) => {
      const victim = bakery(elsewhere, "victim");
      writeFileSync(join(victim.gitDirectory, "packed-refs"), "# pack-refs with:\n");
      writeFileSync(join(victim.gitDirectory, "shallow"), "outside-secret\n");
      const { path } = bakery(root);
      rmSync(join(path, name), { recursive: true, force: true });
      symlinkSync(join(victim.path, name), join(path, name));
      expect(await locate(path)).toMatchObject(outside);
    },
  );

  it.each([
    ["an absolute path", (target: string) => target],
    ["a path behind another", (target: string) => `../../objects\n${target}`],
    ["a path behind a long comment", (target: string) => `#${" ".repeat(9000)}\n${target}`],
    ["a quoted path", (target: string) => `"${target}"`],
  ])("alternates with %s", async (_, lines) => {
    const victim = bakery(elsewhere, "victim");
    const { path, gitDirectory } = bakery(root);
    mkdirSync(join(gitDirectory, "objects", "info"), { recursive: true });
    const list = join(gitDirectory, "objects", "info", "alternates");
    writeFileSync(list, `${lines(join(victim.gitDirectory, "objects"))}\n`);
    expect(await locate(path)).toMatchObject(outside);
  });

  it("an absolute alternate whose .. follow a link", async () => {
    const victim = bakery(elsewhere, "victim");
    const { path, gitDirectory } = bakery(root);
    // Followed step by step it stays inside; by its letters, as older versions of git read it, it does not.
    const within = relative(folder, join(victim.gitDirectory, "objects"));
    mkdirSync(join(path, within), { recursive: true });
    mkdirSync(join(path, "a", "b"), { recursive: true });
    symlinkSync(join(path, "a", "b"), join(root, "link"));
    mkdirSync(join(gitDirectory, "objects", "info"), { recursive: true });
    const target = `${root}/link/../../${within}`;
    writeFileSync(join(gitDirectory, "objects", "info", "alternates"), `${target}\n`);
    expect(realpathSync.native(target)).toBe(join(path, within));
    expect(await locate(path)).toMatchObject(outside);
  });

  it("a relative alternate whose .. follow a link", async () => {
    const victim = bakery(elsewhere, "victim");
    const { path, gitDirectory } = bakery(root);
    const within = relative(folder, join(victim.gitDirectory, "objects"));
    // By its letters it names a folder inside; step by step, the victim's.
    mkdirSync(join(root, "b"));
    mkdirSync(join(gitDirectory, "objects", "info"), { recursive: true });
    symlinkSync(join(root, "b"), join(path, "link"));
    const target = `../../link/../../${within}`;
    mkdirSync(join(root, within), { recursive: true });
    writeFileSync(join(gitDirectory, "objects", "info", "alternates"), `${target}\n`);
    expect(realpathSync.native(`${gitDirectory}/objects/${target}`)).toContain(elsewhere);
    expect(await locate(path)).toMatchObject(outside);
  });

  it("a relative alternate of an object folder that is a link", async () => {
    bakery(elsewhere, "victim");
    const { path, gitDirectory } = bakery(root);
    const moved = join(root, "o");
    renameSync(join(gitDirectory, "objects"), moved);
    symlinkSync(moved, join(gitDirectory, "objects"));
    mkdirSync(join(moved, "info"), { recursive: true });
    // From the link it names nothing, from where the folder lies the victim's.
    writeFileSync(join(moved, "info", "alternates"), "../../elsewhere/victim/.git/objects\n");
    expect(await locate(path)).toMatchObject(outside);
  });

  it("alternates of alternates", async () => {
    const victim = bakery(elsewhere, "victim");
    const [first, second] = [bakery(root, "first"), bakery(root, "second")];
    for (const [from, to] of [
      [first, second],
      [second, victim],
    ] as const) {
      mkdirSync(join(from.gitDirectory, "objects", "info"), { recursive: true });
      const list = join(from.gitDirectory, "objects", "info", "alternates");
      writeFileSync(list, `${join(to.gitDirectory, "objects")}\n`);
    }
    expect(await locate(first.path)).toMatchObject(outside);
  });
});

it("refuses alternates inside whose packs are a link to elsewhere", async () => {
  const victim = bakery(elsewhere, "victim");
  const { path, gitDirectory } = bakery(root);
  mkdirSync(join(path, "borrowed"));
  symlinkSync(join(victim.gitDirectory, "objects", "pack"), join(path, "borrowed", "pack"));
  mkdirSync(join(gitDirectory, "objects", "info"), { recursive: true });
  writeFileSync(join(gitDirectory, "objects", "info", "alternates"), "../../borrowed\n");
  expect(await locate(path)).toMatchObject(outside);
});

describe("refused, for it is no repository", () => {
  it.each(["", "gitdir:\n", "gitdir: nowhere\n", "\0\0\0"])("a .git file %j", async (text) => {
    const path = join(root, "bakery");
    mkdirSync(path);
    writeFileSync(join(path, ".git"), text);
    expect(await locate(path)).toMatchObject({ code: "not-a-repository" });
  });

  it("one without objects", async () => {
    const { path, gitDirectory } = bakery(root);
    rmSync(join(gitDirectory, "objects"), { recursive: true });
    expect(await locate(path)).toMatchObject({ code: "not-a-repository" });
  });

  it.each(["HEAD", "config", "packed-refs"])(
    "a pipe in place of %s, which is not waited on",
    async (name) => {
      const { path, gitDirectory } = bakery(root);
      rmSync(join(gitDirectory, name), { force: true });
      execFileSync("mkfifo", [join(gitDirectory, name)]);
      expect(await locate(path)).toMatchObject({ code: "not-a-repository" });
    },
  );
});

it.each(["HEAD", "config", "shallow", "packed-refs"])(
  "a %s without end is not read",
  async (name) => {
    const { path, gitDirectory } = bakery(root);
    writeFileSync(join(gitDirectory, name), "");
    truncateSync(join(gitDirectory, name), 300 * 1_048_576);
    expect(await locate(path)).toEqual({
      code: "not-a-repository",
      text: expect.stringMatching(new RegExp(`${name} is larger than [0-9]+ MB$`)),
    });
  },
);

describe("pipes among what git opens", () => {
  const places = [
    "objects/0a/00112233445566778899aabbccddeeff001122",
    "objects/pack/pack-1.idx",
    "objects/info/commit-graph",
    "refs/heads/main",
    "refs/tags/deep/er/v1",
    "refs/remotes/origin/HEAD",
  ];
  it.each(places)("are found at %s, and nobody waits on them", async (place) => {
    const { path, gitDirectory } = bakery(root);
    const pipe = join(gitDirectory, place);
    mkdirSync(dirname(pipe), { recursive: true });
    rmSync(pipe, { force: true });
    execFileSync("mkfifo", [pipe]);
    expect(await locate(path)).toEqual({
      code: "not-a-repository",
      text: expect.stringContaining(`${place} is no plain file`),
    });
  });

  it("are found behind links and in borrowed objects", async () => {
    const { path, gitDirectory } = bakery(root);
    execFileSync("mkfifo", [join(root, "pipe")]);
    symlinkSync(join(root, "pipe"), join(gitDirectory, "refs", "heads", "rye"));
    expect(await locate(path)).toMatchObject({ code: "not-a-repository" });
    rmSync(join(gitDirectory, "refs", "heads", "rye"));

    const lent = join(root, "lent", "objects");
    mkdirSync(join(lent, "0b"), { recursive: true });
    execFileSync("mkfifo", [join(lent, "0b", "pipe")]);
    mkdirSync(join(gitDirectory, "objects", "info"), { recursive: true });
    writeFileSync(join(gitDirectory, "objects", "info", "alternates"), `${lent}\n`);
    expect(await locate(path)).toMatchObject({
      code: "not-a-repository",
      text: expect.stringContaining("0b/pipe is no plain file"),
    });
  });

  it("are not what plain files and links to them are; what leads outside is refused", async () => {
    const { path, gitDirectory } = bakery(root);
    const heads = join(gitDirectory, "refs", "heads");
    symlinkSync("main", join(heads, "rye"));
    symlinkSync("nowhere", join(heads, "gone"));
    symlinkSync(".", join(heads, "round"));
    expect(await locate(path)).toMatchObject({ gitDir: gitDirectory });
    writeFileSync(join(elsewhere, "secret"), "0");
    symlinkSync(join(elsewhere, "secret"), join(heads, "spelt"));
    expect(await locate(path)).toMatchObject({
      code: "outside-folder",
      text: expect.stringContaining("refs/heads/spelt leads outside"),
    });
  });

  it("are looked for among so many files and no more", async () => {
    const many = toBytePath(join(root, "many"));
    mkdirSync(many);
    for (let count = 0; count < 11; count++) writeFileSync(join(many, String(count)), "");
    expect(await strangeEntry([many], () => null, 11)).toBeNull();
    expect(await strangeEntry([many], () => null, 10)).toMatchObject({ what: "too-many" });
    expect(await strangeEntry([toBytePath(join(root, "none"))], () => null)).toBeNull();
  });
});

it("alternates that are gone are no reason to refuse", async () => {
  const { path, gitDirectory } = bakery(root);
  mkdirSync(join(gitDirectory, "objects", "info"), { recursive: true });
  appendFileSync(join(gitDirectory, "objects", "info", "alternates"), `${elsewhere}/gone\n`);
  expect(await locate(path)).toMatchObject({ gitDir: gitDirectory });
});
