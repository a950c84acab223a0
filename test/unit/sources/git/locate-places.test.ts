import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { decodeBytes } from "#sources/git/byte-path.ts";
import { locateRepository } from "#sources/git/locate.ts";
import { listRefs } from "#sources/git/refs.ts";
import { gitText } from "#fixtures/isolated-git.ts";
import { repository } from "#fixtures/repository-builder.ts";
import { foundAt } from "../read-found.ts";

const ada = "Ada Oven <ada@bakery.example>";
let folder: string;
/** What is assessed; `elsewhere` lies beside it. */
let root: string;
let elsewhere: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "fulcrum-places-")));
  root = join(folder, "input");
  elsewhere = join(folder, "elsewhere");
  mkdirSync(root);
  mkdirSync(elsewhere);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function bakery(where: string, name = "bakery") {
  return repository(name, { layout: "clone" })
    .commit({ at: "2024-01-02", author: ada, message: "Open", files: { "bread.md": "rye" } })
    .write(where);
}

function locate(path: string) {
  return locateRepository(foundAt(path, root));
}

const outside = { code: "outside-folder" };

describe("names that are not UTF-8", () => {
  /** `text` with `E9` for each `?`: a byte that no UTF-8 has alone. */
  const bytes = (text: string): Buffer => Buffer.from(text.replaceAll("?", "\xE9"), "latin1");

  it("hide no pipe, no link and no alternate", async () => {
    const { path, gitDirectory } = bakery(root);
    const victim = bakery(elsewhere, "victim");
    mkdirSync(bytes(`${gitDirectory}/refs/heads/caf?`));
    execFileSync("mkfifo", [join(gitDirectory, "pipe")]);
    renameSync(join(gitDirectory, "pipe"), bytes(`${gitDirectory}/refs/heads/caf?/rye`));
    expect(await locate(path)).toEqual({
      code: "not-a-repository",
      text: expect.stringContaining("refs/heads/caf\\xE9/rye is no plain file"),
    });
    rmSync(bytes(`${gitDirectory}/refs/heads/caf?/rye`));

    const link = bytes(`${gitDirectory}/refs/heads/caf?/rye`);
    symlinkSync(join(victim.gitDirectory, "refs/heads/main"), link);
    expect(await locate(path)).toMatchObject(outside);
    rmSync(link);
    expect(await locate(path)).toMatchObject({ gitDir: gitDirectory });

    mkdirSync(join(gitDirectory, "objects", "info"), { recursive: true });
    renameSync(victim.path, bytes(`${elsewhere}/victim?`));
    const list = bytes(`${elsewhere}/victim?/.git/objects\n`);
    writeFileSync(join(gitDirectory, "objects", "info", "alternates"), list);
    expect(await locate(path)).toMatchObject(outside);
  });

  it("of two branches stay two", async () => {
    const { path, gitDirectory } = repository("branches", { layout: "clone" })
      .commit({ at: "2024-01-02", author: ada, message: "Open", files: { "a.md": "a" } })
      .commit({ on: "other", at: "2024-01-03", author: ada, message: "Go on", files: {} })
      .write(root);
    const heads = `${gitDirectory}/refs/heads`;
    const ids = new Map(
      gitText(["for-each-ref", "--format=%(refname:short) %(objectname)"], { cwd: path })
        .split("\n")
        .map((line): [string, string] => [line.slice(0, -41), line.slice(-40)]),
    );
    mkdirSync(heads, { recursive: true });
    writeFileSync(bytes(`${heads}/caf?`), `${ids.get("main") ?? ""}\n`);
    writeFileSync(Buffer.from(`${heads}/caf\xE8`, "latin1"), `${ids.get("other") ?? ""}\n`);
    writeFileSync(`${gitDirectory}/HEAD`, bytes("ref: refs/heads/caf?\n"));
    const refs = await listRefs(gitDirectory, gitDirectory);
    expect(refs).toMatchObject({ head: ids.get("main"), defaultBranch: "caf\\xE9" });
  });

  it("are refused where only a text can be handed on, and it is said", async () => {
    const { path, gitDirectory } = bakery(root);
    renameSync(join(gitDirectory, "objects"), bytes(`${root}/o?`));
    symlinkSync(bytes(`${root}/o?`), join(gitDirectory, "objects"));
    expect(await locate(path)).toEqual({
      code: "not-a-repository",
      text: expect.stringContaining("has a name that is not UTF-8"),
    });
  });

  it("and those that only look so are never one", () => {
    const all = ["caf?", "caf\\xE9", "caf\\x5CxE9", "caf\\x5Cx5CxE9", "?\\xE9", "\\xE9?", "\\xe9"];
    const shown = all.map((text) => decodeBytes(bytes(text)));
    expect(shown.slice(0, 2)).toEqual(["caf\\xE9", "caf\\x5CxE9"]);
    expect(new Set(shown).size).toBe(all.length);
    expect(decodeBytes(Buffer.from("café \\x"))).toBe("café \\x");
  });
});

describe("refused, for it is another repository's in the same input", () => {
  const another = { code: "other-repository" };

  it.each([".git", ".git/objects", ".git/objects/pack", ".git/packed-refs", ".git/refs"])(
    "a link in place of %s",
    async (name) => {
      const neighbour = bakery(root, "neighbour");
      writeFileSync(join(neighbour.gitDirectory, "packed-refs"), "# pack-refs with:\n");
      const { path } = bakery(root);
      rmSync(join(path, name), { recursive: true, force: true });
      symlinkSync(join(neighbour.path, name), join(path, name));
      expect(await locate(path)).toMatchObject(another);
    },
  );

  it("a .git file or a common directory that names it", async () => {
    const neighbour = bakery(root, "neighbour");
    const { path, gitDirectory } = bakery(root);
    writeFileSync(join(gitDirectory, "commondir"), `${neighbour.gitDirectory}\n`);
    expect(await locate(path)).toMatchObject(another);
    rmSync(gitDirectory, { recursive: true });
    writeFileSync(join(path, ".git"), "gitdir: ../neighbour/.git\n");
    expect(await locate(path)).toMatchObject(another);
  });

  it("a link among objects that are borrowed, but not one within their own repository", async () => {
    const neighbour = bakery(root, "neighbour");
    const lender = bakery(root, "lender");
    const { path, gitDirectory } = bakery(root);
    mkdirSync(join(gitDirectory, "objects", "info"), { recursive: true });
    const list = join(gitDirectory, "objects", "info", "alternates");
    writeFileSync(list, "../../../lender/.git/objects\n");
    renameSync(join(lender.gitDirectory, "objects", "pack"), join(lender.path, "pack"));
    symlinkSync("../../pack", join(lender.gitDirectory, "objects", "pack"));
    expect(await locate(path)).toMatchObject({ gitDir: gitDirectory });
    rmSync(join(lender.gitDirectory, "objects", "pack"));
    const theirs = join(neighbour.gitDirectory, "objects", "pack");
    symlinkSync(theirs, join(lender.gitDirectory, "objects", "pack"));
    expect(await locate(path)).toMatchObject(another);
  });

  it("but not a folder of the input that is no repository's", async () => {
    const { path, gitDirectory } = bakery(root);
    renameSync(join(gitDirectory, "objects"), join(root, "shared-objects"));
    symlinkSync(join(root, "shared-objects"), join(gitDirectory, "objects"));
    expect(await locate(path)).toMatchObject({ objectsDir: join(root, "shared-objects") });
  });
});
