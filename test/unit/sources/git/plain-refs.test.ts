import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readPlainRefs } from "#sources/git/plain-refs.ts";
import { listRefs, readStanding } from "#sources/git/refs.ts";
import { git, gitText } from "#fixtures/isolated-git.ts";

const folders = ["refs/heads", "refs/remotes/origin", "refs/tags"];
const ids = ["1", "2", "3"].map((digit) => digit.repeat(40));
let root = "";
let cwd = "";
let commits: readonly string[] = [];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "fulcrum-plain-refs-"));
  cwd = join(root, "lamps.git");
  git(["init", "--quiet", "--bare", cwd]);
  const tree = gitText(["hash-object", "-w", "-t", "tree", "/dev/null"], { cwd });
  commits = ["Light", "Dim", "Off"].map((message) =>
    gitText(["commit-tree", "-m", message, tree], { cwd }),
  );
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(name: string, text: string): void {
  mkdirSync(dirname(join(cwd, name)), { recursive: true });
  writeFileSync(join(cwd, name), text);
}

/** As git lists them. */
function told(): Record<string, { object: string; target: string | null }> {
  const format = "--format=%(objectname) %(refname) %(symref)";
  const lines = gitText(["for-each-ref", format, ...folders], { cwd })
    .split("\n")
    .filter(Boolean);
  return Object.fromEntries(
    lines.map((line) => {
      const [object = "", name = "", target = ""] = line.split(" ");
      return [name, { object, target: target === "" ? null : target }];
    }),
  );
}

const plain = async () => {
  const refs = await readPlainRefs({ gitDir: cwd, commonDir: cwd }, folders);
  return refs === null ? null : Object.fromEntries(refs);
};

describe("refs that are read without git", () => {
  it("are those that git lists, packed or not, pointed anew or deleted, in any order", async () => {
    const name = fc.constantFrom(
      "refs/heads/main",
      "refs/heads/main-line",
      "refs/heads/lamp/red",
      "refs/heads/lamp/green.1",
      "refs/tags/v1.0",
      "refs/tags/v1.0+build",
      "refs/remotes/origin/main",
      "refs/remotes/origin/HEAD",
      "refs/notes/lamp",
    );
    const step = fc.oneof(
      { weight: 6, arbitrary: fc.record({ do: fc.constant("set"), name, to: fc.nat(2) }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant("delete"), name, to: fc.nat(2) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant("pack"), name, to: fc.nat(2) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant("lead"), name, to: fc.nat(2) }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        for (const one of steps) {
          if (one.do === "set") git(["update-ref", one.name, commits[one.to] ?? ""], { cwd });
          else if (one.do === "delete") git(["update-ref", "-d", one.name], { cwd });
          else if (one.do === "pack") git(["pack-refs", "--all"], { cwd });
          else if (one.name.endsWith("HEAD") && "refs/remotes/origin/main" in told())
            git(["symbolic-ref", one.name, "refs/remotes/origin/main"], { cwd });
        }
        const found = await plain();
        if (found !== null) expect(found).toEqual(told());
        // Only what leads nowhere is left to git.
        else expect(gitText(["for-each-ref", "--format=%(symref)"], { cwd })).not.toBe("");
        for (const line of Object.keys(told()))
          git(["update-ref", "--no-deref", "-d", line], { cwd });
        rmSync(join(cwd, "refs", "remotes"), { recursive: true, force: true });
      }),
      { numRuns: 8 },
    );
  });

  it("name ids whose objects are missing, as git does", async () => {
    write("refs/heads/main", `${ids[0] ?? ""}\n`);
    expect(await plain()).toEqual(told());
    expect(await plain()).not.toBeNull();
  });

  it.each<[string, () => void]>([
    ["an id of another length", () => write("refs/heads/main", `${"1".repeat(64)}\n`)],
    ["an id of zeros", () => write("refs/heads/main", `${"0".repeat(40)}\n`)],
    ["no id", () => write("refs/heads/main", "lamp\n")],
    ["more than an id", () => write("refs/heads/main", `${ids[0] ?? ""} lamp\n`)],
    ["a blank that git does not know", () => write("refs/heads/main", `${ids[0] ?? ""}\u000b\n`)],
    ["a line end of another system", () => write("packed-refs", `${ids[0] ?? ""} refs/x/y\r\n`)],
    ["a ref that leads nowhere", () => write("refs/heads/main", "ref: refs/heads/gone\n")],
    ["a file that locks", () => write("refs/heads/main.lock", `${ids[0] ?? ""}\n`)],
    ["a name of another script", () => write("refs/heads/лампа", `${ids[0] ?? ""}\n`)],
    ["a name with a step up", () => write("packed-refs", `${ids[0] ?? ""} refs/heads/../x\n`)],
    [
      "a name of many folders",
      () => write("packed-refs", `${ids[0] ?? ""} refs/heads/${"a/".repeat(400_000)}a\n`),
    ],
    ["a packed line that is cut", () => write("packed-refs", `${ids[0] ?? ""} refs/heads/a`)],
    ["a list beyond 64 MB", () => write("packed-refs", `# ${"x".repeat(68_000_000)}\n`)],
    [
      "a folder more than 30 folders down",
      () => write(`refs/heads/${"a/".repeat(32)}a`, `${ids[0] ?? ""}\n`),
    ],
    [
      "more loose refs than 10,000",
      () => {
        const name = (at: number): string => `refs/tags/v${String(at)}`;
        for (let at = 0; at <= 10_000; at++) write(name(at), `${ids[0] ?? ""}\n`);
      },
    ],
    [
      "a file in the place of a folder",
      () => {
        write("packed-refs", `${ids[0] ?? ""} refs/heads/lamp\n`);
        write("refs/heads/lamp/red", `${ids[1] ?? ""}\n`);
      },
    ],
    [
      "a linked ref",
      () => {
        write("lamp", `${ids[0] ?? ""}\n`);
        symlinkSync(join(cwd, "lamp"), join(cwd, "refs", "heads", "main"));
      },
    ],
    [
      "a linked folder",
      () => {
        mkdirSync(join(root, "elsewhere"));
        symlinkSync(join(root, "elsewhere"), join(cwd, "refs", "heads", "lamps"));
      },
    ],
    ["a HEAD that is neither a ref nor an id", () => write("HEAD", "lamp\n")],
    ["another form", () => mkdirSync(join(cwd, "reftable"))],
    ["an extension", () => write("config", "[extensions]\n\trefStorage = files\n")],
  ])("are left to git where there is %s", async (_, make) => {
    make();
    expect(await plain()).toBeNull();
  });

  it("are looked for below the repository only", async () => {
    write("refs/heads/main", `${ids[0] ?? ""}\n`);
    const directories = { gitDir: cwd, commonDir: cwd };
    expect(await readPlainRefs(directories, ["refs/remotes/../heads"])).toBeNull();
  });

  it("make the same of a repository as git's own list", async () => {
    git(["update-ref", "refs/heads/main", commits[0] ?? ""], { cwd });
    git(["update-ref", "refs/tags/v1", commits[1] ?? ""], { cwd });
    git(["pack-refs", "--all"], { cwd });
    git(["update-ref", "refs/heads/develop", commits[2] ?? ""], { cwd });
    const before = [await listRefs(cwd, cwd), await readStanding({ gitDir: cwd, commonDir: cwd })];
    // One name that is not plain: now git is asked for all of them.
    write("refs/notes/x", `${commits[0] ?? ""}\n`);
    writeFileSync(join(cwd, "config"), "[core]\n\tbare = true\n[worktree]\n\tx = y\n");
    expect(await plain()).toBeNull();
    const after = [await listRefs(cwd, cwd), await readStanding({ gitDir: cwd, commonDir: cwd })];
    expect(after).toEqual(before);
  });
});
