import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readPlainFile } from "#kernel/plain-file.ts";
import { readPlainRefs } from "#sources/git/plain-refs.ts";
import { git, gitText } from "#fixtures/isolated-git.ts";

let root = "";
let cwd = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "fulcrum-refs-meanwhile-"));
  cwd = join(root, "lamps.git");
  git(["init", "--quiet", "--bare", "--initial-branch=main", cwd]);
  const tree = gitText(["hash-object", "-w", "-t", "tree", "/dev/null"], { cwd });
  const commit = gitText(["commit-tree", "-m", "Light", tree], { cwd });
  for (const ref of ["refs/heads/main", "refs/tags/v1", "refs/tags/v2"])
    git(["update-ref", ref, commit], { cwd });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const all = ["refs/heads/main", "refs/tags/v1", "refs/tags/v2"];

/** Names of the refs, where something happens just before that file is read; null: git is asked. */
async function readWhile(file: string, happens: () => void): Promise<readonly string[] | null> {
  let hasHappened = false;
  const read: typeof readPlainFile = async (path, ...rest) => {
    if (path === join(cwd, file) && !hasHappened) {
      hasHappened = true;
      happens();
    }
    return await readPlainFile(path, ...rest);
  };
  const refs = await readPlainRefs(
    { gitDir: cwd, commonDir: cwd },
    ["refs/heads", "refs/tags"],
    read,
  );
  expect(hasHappened).toBe(true);
  return refs === null ? null : [...refs.keys()];
}

it("no ref is lost that is packed while it is about to be read: git is asked", async () => {
  const pack = () => git(["pack-refs", "--all"], { cwd });
  expect(await readWhile("refs/heads/main", pack)).toBeNull();
});

it("no ref is lost that is packed before the list of packed ones is read, or after", async () => {
  const pack = () => git(["pack-refs", "--all"], { cwd });
  expect(await readWhile("packed-refs", pack)).toEqual(all);
  git(["update-ref", "refs/tags/v3", gitText(["rev-parse", "main"], { cwd })], { cwd });
  expect(await readWhile("packed-refs", pack)).toEqual([...all, "refs/tags/v3"]);
});

it("a ref that is deleted meanwhile stops nothing: git is asked", async () => {
  const remove = () => git(["update-ref", "-d", "refs/tags/v1"], { cwd });
  expect(await readWhile("refs/tags/v1", remove)).toBeNull();
});
